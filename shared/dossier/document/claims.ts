import { type TensionNode, tensionsOf } from '../compose-tensions'
import type { ClaimNode, DossierTree } from '../dossier-tree'
import { counted, GROUP_TITLES, momentWords } from '../words'
import type { Block, Inline, PartBlock } from './blocks'
import { checkSentence } from './check-words'
import { evidencePart } from './evidence'
import { judged, judgementStatus } from './front'
import { code, joined, paragraph, part, place, places, relationSign, said, strong } from './inline'
import { searchesOfClaim, type SearchNumbers } from './searches'

/** Each section of claims as a part of its own: claim by claim, on each reading, evidence by relation. */
export const claimParts = (tree: DossierTree, numbers: SearchNumbers, hashes: boolean): readonly PartBlock[] =>
  tree.sections.map((section) =>
    part(
      `section-${section.number}`,
      section.label,
      ...(section.claims.length === 0
        ? [paragraph('quiet', 'No claim stands in this section.')]
        : section.claims.map((claim) => claimPart(claim, tree.tensions, numbers, hashes))),
    ),
  )

/** "A tension with C03, C23 (a word used in two ways): …". */
function tensionWords(tension: TensionNode, among: string): string {
  const others = tension.claims.filter((number) => number !== among)
  return `${others.length === 0 ? 'A tension in itself' : `A tension with ${others.join(', ')}`} (${tension.kind}): ${tension.text}${tension.settled === '' ? '' : ` Settled: ${tension.settled}`}`
}

const overline = (claim: ClaimNode): readonly Inline[] =>
  joined(
    [
      [code(claim.number)],
      [claim.kind],
      [judged(claim)],
      [claim.judgement.confidence === null ? '' : `confidence: ${claim.judgement.confidence}`],
      claim.sources.length === 0
        ? []
        : [
            'cites ',
            ...claim.sources.map((number) => place(`source-${number}`, `[${number}]`)),
            ...(claim.citationScope === 'shared' ? [' together'] : []),
          ],
    ],
    ' · ',
  )

function claimPart(claim: ClaimNode, tensions: readonly TensionNode[], numbers: SearchNumbers, hashes: boolean): PartBlock {
  const bare = claim.groups.length === 0 && claim.searches.length === 0 && claim.cells.length === 0 && claim.mergedInto === null
  const { reasoning, by, at } = claim.judgement
  return {
    kind: 'part',
    id: claim.number,
    role: 'claim',
    heading: [claim.text],
    overline: overline(claim),
    relation: null,
    bare,
    blocks: [
      ...said('quiet', claim.scopeLimit === null ? '' : `Confined to: ${claim.scopeLimit}.`),
      ...said('plain', reasoning),
      ...said('quiet', by === null ? '' : `Judged by ${by}${at === null ? '' : `, ${momentWords(at)}`}.`),
      ...claim.readings.map(readingLine),
      ...(claim.dependsOn.length === 0 ? [] : [paragraph('quiet', 'Rests on ', ...places(claim.dependsOn, ''), '.')]),
      ...said('note', claim.notes),
      ...stateLines(claim, tensions).flatMap((line) => said('quiet', line)),
      ...claim.groups.flatMap((group): readonly Block[] => [
        { kind: 'heading', relation: group.relation, content: [relationSign(group.relation), ` ${GROUP_TITLES[group.relation]}`] },
        ...group.items.map((item) => evidencePart(item, hashes)),
      ]),
      ...searchesOfClaim(claim.searches, numbers),
      ...claim.cells.map((cell) => paragraph('quiet', 'Made of a cell of the parity matrix, ', place(cell.number), `: ${cell.words}.`)),
      ...(claim.unverified.length === 0
        ? []
        : [
            paragraph(
              'warning',
              `${counted(claim.unverified.length, 'more linked passage')} could not be verified: `,
              ...places(claim.unverified, ''),
              '.',
            ),
          ]),
      ...(bare && claim.unverified.length === 0
        ? [paragraph('warning', 'No evidence is linked to this claim, and no search is recorded.')]
        : []),
    ],
  }
}

/** "Read as “any list” · mixed · confidence: low: …". */
const readingLine = ({ label, description, judgement }: ClaimNode['readings'][number]): Block => {
  const words = [description, judgement.reasoning].filter((each) => each !== '').join(' ')
  return paragraph(
    'plain',
    strong(`Read as “${label}”`),
    ' · ',
    judgementStatus(judgement),
    `${judgement.confidence === null ? '' : ` · confidence: ${judgement.confidence}`}${words === '' ? '' : `: ${words}`}`,
  )
}

/** Where a claim came from, what would change it, tensions, checks. */
const stateLines = (claim: ClaimNode, tensions: readonly TensionNode[]): readonly string[] => [
  claim.mergedInto === null ? '' : `Merged into ${claim.mergedInto}: read it there.`,
  claim.splitFrom === null ? '' : `Split from ${claim.splitFrom}.`,
  claim.wouldChange === '' ? '' : `What would change this: ${claim.wouldChange}`,
  ...tensionsOf(tensions, claim.number).map((tension) => tensionWords(tension, claim.number)),
  checkSentence(claim.check),
]
