import { RELATION_SIGNS } from '../../claims/evidence-link'
import { versionWords } from '../../versions/version-place'
import { checkSentence } from './check-words'
import type { EvidenceNode, PassageNode, Standing } from '../dossier-tree'
import type { CitationNode } from '../ledger-tree'
import { momentWords, NOT_IN_BUNDLE, originWords, pageWords, RECOGNISED_MEANS, STANDING_WORDS, stateWords } from '../words'
import type { Block, Inline, PartBlock } from './blocks'
import { code, foreign, intoExhibit, inVouch, paragraph, quiet, said, strong } from './inline'
import { pictureWords } from './picture-words'

/** Marked passages: their words, where they stand, how they fared, and their pictures. */

/** What a passage is shown for: how far it can be relied on, and the number that its notes have. */
type Shown = {
  readonly number: string
  readonly standing: Standing
  /** The mark, for a link that opens it in the program; null where none is meant. */
  readonly annotationId: string | null
  /** Whether each citation names the hash of its document, because no list of exhibits does. */
  readonly hashes: boolean
}

/** A linked passage as it stands under its relation. */
export function evidencePart(item: EvidenceNode, hashes: boolean): PartBlock {
  const facts = [
    item.number,
    RELATION_SIGNS[item.relation].word,
    item.strength ?? '',
    item.readings.length === 0 ? '' : `on the reading ${item.readings.map((each) => `“${each}”`).join(', ')}`,
    item.kind === 'highlight' ? '' : item.kind,
    item.exemptionCodes.length === 0 ? '' : `withheld under ${item.exemptionCodes.join(', ')}`,
  ]
  return {
    ...bareEvidence(item.number, facts.filter((fact) => fact !== '').join(' · ')),
    relation: item.relation,
    blocks: [
      ...passageBlocks(item.passages, { ...item, hashes }),
      ...relianceBlocks(item),
      ...said('quiet', checkSentence(item.check)),
      ...(item.note === '' ? [] : [paragraph('note', quiet('Note: '), item.note)]),
      ...said('quiet', item.comment === '' ? '' : `On the mark: ${item.comment}`),
    ],
  }
}

/** A passage on which a purchase or an event rests. */
export const citationPart = (citation: CitationNode, hashes: boolean): PartBlock => ({
  ...bareEvidence(citation.number, `${citation.number} · ${STANDING_WORDS[citation.standing]}`),
  blocks: [
    ...(citation.standing !== 'unverified'
      ? []
      : [
          paragraph(
            'warning',
            citation.passages.length === 0
              ? 'The mark is no longer in the library.'
              : 'The stored words were not found where they were marked. They are shown as they were marked, and are not a verified quotation.',
          ),
        ]),
    ...passageBlocks(citation.passages, { ...citation, hashes }),
    ...relianceBlocks(citation),
  ],
})

const bareEvidence = (number: string, overline: string): Omit<PartBlock, 'blocks'> => ({
  kind: 'part',
  id: number,
  role: 'evidence',
  heading: null,
  overline: [overline],
  relation: null,
  bare: false,
})

/** What the standing of a passage means, where it is not a verified quotation. */
function relianceBlocks({ standing, passages, confirmed }: Pick<EvidenceNode, 'standing' | 'passages' | 'confirmed'>): readonly Block[] {
  if (standing === 'recognised') return [paragraph('quiet', RECOGNISED_MEANS)]
  if (standing === 'pictured' && passages.every(({ bundled }) => bundled))
    return [paragraph('quiet', 'No program read these words from the document: compare them with the picture.')]
  return standing === 'confirmed' && confirmed
    ? [paragraph('quiet', `Likeness confirmed by ${confirmed.by}, ${momentWords(confirmed.at)}.`)]
    : []
}

/** The quotations of a passage, each with its citation and its picture. */
export const passageBlocks = (passages: readonly PassageNode[], shown: Shown): readonly Block[] =>
  passages.flatMap((passage): readonly Block[] => [
    {
      kind: 'quotation',
      noteId: `${shown.number}${passage.of > 1 ? `-${passage.n}` : ''}`,
      words: passage.shown ?? passage.quote,
      instead: passage.quote === '' ? [passage.cell === null ? 'A marked area without words.' : 'The cell is empty.'] : [],
      citation: citationOf(passage, shown),
    },
    ...(passage.shown === null ? [] : [paragraph('quiet', bracketsWords(passage), foreign(passage.quote), '”')]),
    ...(passage.picture === null ? [] : [{ kind: 'picture' as const, picture: passage.picture, caption: pictureWords(passage) }]),
  ])

/** What stands in brackets in the words that are shown, up to the words as they were read. */
function bracketsWords({ brackets }: PassageNode): string {
  const redactions = brackets.includes('redactions') ? '“[redacted …]” stands where the page is blacked out. ' : ''
  const corrections = brackets.includes('corrections')
    ? `${redactions === '' ? 'Words' : 'Other words'} in square brackets are the researcher’s corrections. `
    : ''
  return `${redactions}${corrections}The text as it was read: “`
}

/** Exhibit, document, page by all its numbers, and how the words fared. */
function citationOf(passage: PassageNode, { standing, annotationId, hashes }: Shown): readonly Inline[] {
  const byEye = standing === 'pictured' && passage.textOrigin !== 'embedded'
  const page = intoExhibit(passage.address, pageWords(passage))
  const cited: readonly Inline[] =
    passage.beside === null
      ? [', ', foreign(passage.document), ...(passage.version === null ? [] : [` (${versionWords(passage.version)})`]), ', ', page, '. ']
      : [', ', page, ...(passage.version === null ? [] : [` (${versionWords(passage.version)})`]), ': ', foreign(passage.beside), ' ']
  const fared: readonly Inline[] = [
    `${byEye ? '' : `${stateWords(passage)}; `}${originWords(passage)}.`,
    ...(passage.bundled ? [] : [` The document is ${NOT_IN_BUNDLE}.`]),
    ...(hashes || !passage.bundled || passage.exhibit === null ? [' SHA-256 ', code(passage.documentSha256), '.'] : []),
    ...(passage.why === '' ? [] : [` ${passage.why}`]),
    ...(passage.unplaced.length === 0
      ? []
      : [` Within the marked lines the page is blacked out, at a place that the text does not show: ${passage.unplaced.join('; ')}.`]),
    ...(annotationId === null ? [] : [' ', inVouch({ kind: 'passage', id: annotationId }, 'Open in Vouch'), '.']),
  ]
  return [
    ...(passage.of > 1 ? [`Part ${passage.n} of ${passage.of}: `] : []),
    strong(passage.exhibit ?? 'No exhibit'),
    ...cited,
    quiet(...fared),
  ]
}
