import type { StampProposal } from '@shared/stamps/propose-stamps'
import { stampByRule } from '@shared/stamps/stamp-of'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { pageIndex, pageNumberOf } from '@shared/units/pages'
import { timestampOf } from '@shared/units/time'

type Series = Omit<StampProposal, 'key' | 'kind' | 'read' | 'damaged' | 'confidence'> & Partial<Pick<StampRule, 'exceptions'>>

/** What a series gives a page, as a rule would. */
export const stampInSeries = ({ exceptions = [], ...series }: Series, page: number): string | null =>
  stampByRule({ ...series, exceptions, at: timestampOf(0) }, pageIndex(page))

/** Longer words before the number are not said twice. */
const SHORT_BEFORE = 12

/** First and last stamp: `JA 035 … JA 073`; of a long header, `Case … Page 1 of 8 … 8 of 8`. */
export function spanWords(series: Series): string {
  const plain = { ...series, exceptions: [] }
  const first = stampInSeries(plain, series.from)
  const last = stampInSeries(series.before.length > SHORT_BEFORE ? { ...plain, before: '' } : plain, series.to)
  return series.from === series.to || first === last ? (stampInSeries(series, series.from) ?? 'no stamp') : `${first ?? ''} … ${last ?? ''}`
}

/** `page 3`, `pages 1 to 39`. */
export const pagesWords = ({ from, to }: Pick<Series, 'from' | 'to'>): string =>
  from === to ? `page ${pageNumberOf(from)}` : `pages ${pageNumberOf(from)} to ${pageNumberOf(to)}`

/** How well a proposal was seen. */
export function seenWords({ from, to, read, damaged }: StampProposal): string {
  const all = to - from + 1
  const on = read.length === all ? (all === 1 ? 'read on it' : `read on all ${all}`) : `read on ${read.length} of ${all}`
  return damaged.length === 0 ? on : `${on}, with damage on ${damaged.length}`
}

export const CONFIDENCE_WORDS: Readonly<Record<StampProposal['confidence'], string>> = { high: 'sure', fair: 'likely', low: 'check it' }
