import { type ClaimFilter, EVERY_CLAIM, passesFilter } from './filter-claims'
import type { LedgerLine } from './ledger'
import type { RemarkPoint } from './weigh-evidence'

/** What a ledger can be narrowed to, beside words, status, kind and section. */
export const LEDGER_POINTS = [
  'parted',
  'one-document',
  'one-channel',
  'shaky-text',
  'rests-on',
  'nobody-looked',
  'unjudged',
  'unchecked',
  'disputed',
  'tension',
  'merged',
] as const
export type LedgerPoint = (typeof LEDGER_POINTS)[number]
export const LEDGER_POINT_WORDS: Readonly<Record<LedgerPoint, string>> = {
  parted: 'judgement and evidence part',
  'one-document': 'rests on one document',
  'one-channel': 'rests on one channel',
  'shaky-text': 'rests on unverified or recognised text',
  'rests-on': 'rests on a claim that is not carried',
  'nobody-looked': 'nobody looked for the contrary',
  unjudged: 'not judged',
  unchecked: 'unchecked',
  disputed: 'checked and not found right',
  tension: 'in tension with another',
  merged: 'merged or split',
}

export type LedgerFilter = ClaimFilter & { readonly point: LedgerPoint | null; readonly sectionId: string | null }
export const WHOLE_LEDGER: LedgerFilter = { ...EVERY_CLAIM, point: null, sectionId: null }

/** The remarks behind a point. */
const REMARKED: Partial<Readonly<Record<LedgerPoint, readonly RemarkPoint[]>>> = {
  parted: ['parted', 'absence-unsearched'],
  'one-document': ['one-document'],
  'one-channel': ['one-channel'],
  'shaky-text': ['unverified', 'recognised', 'search-alone'],
  'rests-on': ['rests-on'],
  'nobody-looked': ['nobody-looked'],
  unjudged: ['unjudged'],
}

/** Whether a point is true of a claim, as a whole or on one of its readings. */
export function hasPoint(line: LedgerLine, point: LedgerPoint): boolean {
  const remarked = REMARKED[point]
  if (remarked !== undefined)
    return [line.whole, ...line.readings].some((entry) => entry.remarks.some((remark) => remarked.includes(remark.point)))
  if (point === 'unchecked') return line.progress.checked < line.progress.of
  if (point === 'disputed') return line.progress.disputed > 0
  if (point === 'tension') return line.tensions.some((tension) => tension.settled === '')
  return line.claim.mergedInto !== undefined || line.claim.splitFrom !== undefined
}

/** Whether a claim passes everything it is narrowed by. */
export const passesLedger = (line: LedgerLine, filter: LedgerFilter): boolean =>
  (filter.sectionId === null || filter.sectionId === line.claim.sectionId) &&
  passesFilter(line.claim, line.whole.status, filter) &&
  (filter.point === null || hasPoint(line, filter.point))

/** How many claims each point is true of. */
export const countPoints = (lines: readonly LedgerLine[]): Readonly<Record<LedgerPoint, number>> =>
  Object.fromEntries(LEDGER_POINTS.map((point) => [point, lines.filter((line) => hasPoint(line, point)).length])) as Record<
    LedgerPoint,
    number
  >
