import type { AnchorState, Segment, TableCell } from '../annotations/segment'
import type { Relation } from '../claims/evidence-link'
import { cellWords } from '../tables/cells'
import type { Timestamp } from '../units/time'
import type { DossierCounts, ExhibitNode, Standing } from './dossier-tree'

/** Words that every rendering of a dossier shares, so that they say the same. */

export const GROUP_TITLES: Readonly<Record<Relation, string>> = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  qualifies: 'Qualifies',
  undercuts: 'Undercuts the inference',
  context: 'Context',
  defines: 'Defines a word in the claim',
}

const STATE_WORDS: Readonly<Record<AnchorState, string>> = {
  exact: '✓ quotation verified',
  moved: '↷ quotation verified at another place',
  approximate: '≈ a likeness only',
  lost: '✗ not found',
}

/** The same for words that were recognised in a picture: what they were looked for in is the recognised text. */
const RECOGNISED_STATE_WORDS: Readonly<Record<AnchorState, string>> = {
  ...STATE_WORDS,
  exact: '✓ found in the recognised text',
  moved: '↷ found at another place in the recognised text',
}

/** How a passage fared when its page was read again. */
export const stateWords = ({ state, textOrigin }: Pick<Segment, 'state' | 'textOrigin'>): string =>
  (textOrigin === 'ocr' ? RECOGNISED_STATE_WORDS : STATE_WORDS)[state]

const ORIGIN_WORDS: Readonly<Record<Segment['textOrigin'], string>> = {
  embedded: 'text embedded in the PDF',
  ocr: 'text recognised from a picture',
  typed: 'words typed from a picture',
}

/** Where the words of a passage come from. */
export const originWords = ({
  textOrigin,
  cell,
}: {
  readonly textOrigin: Segment['textOrigin']
  readonly cell: TableCell | null
}): string => (cell === null ? ORIGIN_WORDS[textOrigin] : 'as the cells of the file show it')

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  verified: 'quotation verified',
  recognised: 'found in recognised text',
  confirmed: 'likeness confirmed by a person',
  pictured: 'to be compared with the picture',
  unverified: 'could not be verified',
}

/** `2026-11-22 13:40 UTC` */
export const momentWords = (at: Timestamp): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`

/** `1 claim`, `3 claims` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

type Place = {
  readonly exhibit: string | null
  readonly document: string
  readonly page: number
  readonly label: string | null
  readonly stamp: string | null
  readonly cell: TableCell | null
}

/** The place of a cell, or the page by all its numbers: file page first, then the printed label and the stamp where they say something else. */
export function pageWords({ page, label, stamp, cell }: Pick<Place, 'page' | 'label' | 'stamp' | 'cell'>): string {
  if (cell !== null) return cellWords(cell)
  const others = [
    ...(label !== null && label !== '' && label !== String(page) ? [`labelled “${label}”`] : []),
    ...(stamp ? [`stamped “${stamp}”`] : []),
  ]
  return `file page ${page}${others.length > 0 ? ` (${others.join(', ')})` : ''}`
}

/** Where a passage stands: exhibit, document and page. */
export const placeWords = (place: Place): string =>
  `${place.exhibit ?? 'no exhibit'}, ${place.document === '' ? 'unnamed document' : place.document}, ${pageWords(place)}`

/** `Version 2 of 2; the earlier one: contract.pdf.` */
export function versionSentence(version: NonNullable<ExhibitNode['version']>): string {
  const others = [
    ...(version.earlier === null ? [] : [`the earlier one: ${version.earlier}`]),
    ...(version.later === null ? [] : [`a later one exists: ${version.later}`]),
  ]
  return `${[`Version ${version.n} of ${version.of}`, ...others].join('; ')}.`
}

/** Sentences that say how the counts add up. */
export function balanceWords(counts: DossierCounts, checks: string | null): readonly string[] {
  const { byStanding } = counts
  const statuses = byStatusWords(counts)
  return [
    `${counted(counts.claims, 'claim')}: ${statuses}.`,
    `${counted(counts.evidence, 'linked passage')} in all = ${[`${byStanding.verified} cited with the quotation verified`, ...(byStanding.recognised > 0 ? [`${byStanding.recognised} cited from recognised text, with the picture`] : []), ...(byStanding.confirmed > 0 ? [`${byStanding.confirmed} shown as a confirmed likeness`] : []), ...(byStanding.pictured > 0 ? [`${byStanding.pictured} shown as a picture`] : []), `${byStanding.unverified} that could not be verified`].join(' + ')}.`,
    `${counted(counts.pagesCited, 'page')} cited in ${counted(counts.exhibits, 'exhibit')}; ${counted(counts.searches, 'recorded search', 'recorded searches')}; ${counted(counts.withoutEvidence, 'claim')} with no evidence and no search.`,
    ...(checks === null ? [] : [`Second readers: ${checks} (claims and linked passages together).`]),
  ]
}

const byStatusWords = ({ byStatus }: DossierCounts): string =>
  byStatus
    .filter((each) => each.claims > 0)
    .map((each) => `${each.claims} ${each.status.replaceAll('-', ' ')}`)
    .join(', ') || 'none'

/** What is said of an exhibit whose bytes the researcher keeps out. */
export const NOT_IN_BUNDLE = 'not in the bundle by the researcher’s choice'

/** `Not in the bundle by the researcher’s choice: a source would be known by it. Cited by its SHA-256 and page.` */
export const keptOutSentence = (reason: string): string =>
  `Not in the bundle by the researcher’s choice${reason === '' ? '' : `: ${reason.replace(/[.\s]+$/, '')}`}. Cited by its SHA-256 and page.`

/** What recognised text is worth. */
export const RECOGNISED_MEANS =
  'A program recognised these words in the picture of the page (OCR). It can misread: compare them with the picture.'

/** What a verified quotation does and does not show. */
export const VERIFIED_MEANS =
  'A quotation is called verified when the file whose SHA-256 is given was read again, and the quoted words stand on the stated page, or in the stated cell of a table, apart from white space, line-end hyphens and equivalent Unicode forms. That shows what the document says there. It does not show that what the document says is true, nor that the passage proves the claim: that judgement is the researcher’s.'
