import type { Analysis } from '../analyses/analysis'
import { type Claim, type ClaimId, compareClaims } from '../claims/claim'
import type { CustodyEntry } from '../custody/custody-entry'
import { PARITY_STATE_WORDS } from '../parity/parity-cell'
import type { SearchNote } from '../searches/search-note'
import { groupedBy } from '../units/grouped-by'
import { composeChannels } from './compose-channels'
import { composeChecks } from './compose-checks'
import { claimNode } from './compose-claims'
import { countsOf } from './compose-counts'
import { evidenceNode, linksInOrder } from './compose-evidence'
import { type Cite, composeMoneyAndTime } from './compose-ledger'
import { composeParity } from './compose-parity'
import { passageNodes, standingOf } from './compose-passages'
import { composeRedactions } from './compose-redactions'
import { inSearchOrder, searchNode } from './compose-searches'
import { composeSources } from './compose-sources'
import { composeTensions } from './compose-tensions'
import { composeTimeStamps } from './compose-time-stamps'
import { USUAL_SETTINGS } from './dossier-settings'
import type { ClaimNode, DossierTree, SearchNode } from './dossier-tree'
import { exhibitNodes, exhibitNumbers } from './exhibits'
import { type ParityMatrixNode, parityCells } from './parity-nodes'
import type { DossierSnapshot } from './snapshot'

/**
 * Composes a dossier: a pure function of the snapshot, so that two exports of one state are the same bytes, and anyone
 * with `vouch.json` and `custody.jsonl` can compose it again.
 * @param entries the custody log on whose head the snapshot rests, for what time stamps cover of it
 * @throws when the snapshot holds no analysis, which is a bug of whoever gathered it
 */
export function composeDossier(snapshot: DossierSnapshot, entries: readonly CustodyEntry[]): DossierTree {
  const { records } = snapshot
  const analysis = records.analyses[0]
  if (analysis === undefined) throw new Error('a dossier needs an analysis')
  const sectionNumber = (id: string): number => analysis.sections.find((section) => section.id === id)?.number ?? Number.MAX_SAFE_INTEGER
  const claims = [...records.claims].sort(compareClaims(sectionNumber))
  const links = linksInOrder(claims, snapshot)
  const exhibits = exhibitNumbers(snapshot, links)
  const checks = composeChecks(snapshot)
  const evidence = links.map(({ link, claim }, at) => evidenceNode(snapshot, exhibits, link, claim, `E${at + 1}`, checks))
  const search = (note: SearchNote): SearchNode => searchNode(note, snapshot, exhibits)
  const parity = composeParity(snapshot, exhibits, {
    search,
    passage: (annotation, what) => {
      const parts = passageNodes(snapshot, exhibits, annotation, what)
      return { standing: standingOf(annotation, parts), parts }
    },
  })
  const cells = cellsOfClaims(parity)
  const nodeOf = (claim: Claim): ClaimNode => {
    const own = evidence.filter((item) => item.claimNumber === claim.number)
    return { ...claimNode(claim, snapshot, own, search, checks), cells: cells.get(claim.number) ?? [] }
  }
  const claimNodes = new Map(claims.map((claim) => [claim.id, nodeOf(claim)]))
  const claimIds = new Set<string>(claims.map((claim) => claim.id))
  const exhibitList = exhibitNodes(snapshot, exhibits, evidence)
  const cite: Cite = (id, shows) => {
    const annotation = records.annotations.find((each) => each.id === id)
    const passages = annotation ? passageNodes(snapshot, exhibits, annotation, `that ${shows}`) : []
    return {
      annotationId: id,
      passages,
      standing: annotation ? standingOf(annotation, passages) : 'unverified',
      confirmed: annotation?.confirmed ?? null,
    }
  }
  return {
    title: analysis.title,
    question: analysis.question,
    asOf: analysis.asOf,
    answer: analysis.answer,
    method: analysis.method,
    subject: analysis.subject?.name ?? null,
    comparator: analysis.comparator?.name ?? null,
    counts: countsOf([...claimNodes.values()], evidence, exhibitList.length, records.searchNotes.length),
    sections: inSections(analysis, claims, claimNodes),
    unverified: evidence.filter((item) => item.standing === 'unverified'),
    absentFiles: absentFiles(snapshot),
    limits: analysis.limits,
    openQuestions: analysis.openQuestions.map(({ text, status }) => ({ text, status })),
    tensions: composeTensions(snapshot),
    checks: checks.progress,
    searches: inSearchOrder(records.searchNotes.filter((note) => !note.claimIds.some((id) => claimIds.has(id)))).map(search),
    sources: composeSources(snapshot, claims, exhibits),
    channels: composeChannels(snapshot, claims),
    exhibits: exhibitList,
    money: composeMoneyAndTime(snapshot, cite),
    vouch: snapshot.vouch,
    composer: snapshot.composer,
    custody: snapshot.custody,
    keptLogs: snapshot.keptLogs ?? [],
    timeStamps: composeTimeStamps(analysis.timeStamps ?? [], entries),
    extractors: extractorsOf(snapshot),
    parity,
    redactions: composeRedactions(snapshot, exhibits),
    settings: analysis.dossier ?? USUAL_SETTINGS,
  }
}

/** Claims under the headings of the analysis, in its order; those whose section is not there any more come last. */
function inSections(analysis: Analysis, claims: readonly Claim[], nodes: ReadonlyMap<ClaimId, ClaimNode>): DossierTree['sections'] {
  const known = new Set<string>(analysis.sections.map((section) => section.id))
  const within = (belongs: (claim: Claim) => boolean): readonly ClaimNode[] =>
    claims.filter(belongs).flatMap(({ id }) => nodes.get(id) ?? [])
  const others = within((claim) => !known.has(claim.sectionId))
  return [
    ...[...analysis.sections]
      .sort((a, b) => a.number - b.number)
      .map(({ id, number, label }) => ({ number, label, claims: within((claim) => claim.sectionId === id) })),
    ...(others.length === 0 ? [] : [{ number: analysis.sections.length, label: 'Other claims', claims: others }]),
  ]
}

/** The cells of the matrices that are tied to a claim, by the number of the claim. */
function cellsOfClaims(parity: readonly ParityMatrixNode[]): ReadonlyMap<string, ClaimNode['cells']> {
  const tied = parityCells(parity).flatMap(({ row, column, cell }) => {
    const counts = cell.counts === null ? '' : `, ${cell.counts.short}`
    const words = `${row.label}, ${column.short} ${column.year}: ${PARITY_STATE_WORDS[cell.state]}${counts}`
    return cell.claim === null ? [] : [{ claim: cell.claim, shown: { number: cell.number, words } }]
  })
  return new Map([...groupedBy(tied, ({ claim }) => claim)].map(([claim, group]) => [claim, group.map(({ shown }) => shown)]))
}

/** The programs that read the cited text, with their versions, each once. */
const extractorsOf = ({ records }: DossierSnapshot): readonly string[] =>
  [
    ...new Set(
      records.annotations.flatMap(({ segments }) =>
        segments.flatMap(({ extractor }) => (extractor ? [`${extractor.name} ${extractor.version}`] : [])),
      ),
    ),
  ].sort()

/** Exhibits whose bytes are damaged or missing. */
function absentFiles({ files, records }: DossierSnapshot): DossierTree['absentFiles'] {
  return files.flatMap((file) =>
    file.state === 'whole'
      ? []
      : [
          {
            name: records.documents.find((document) => document.id === file.documentId)?.name ?? '',
            sha256: file.documentId,
            state: file.state,
          },
        ],
  )
}
