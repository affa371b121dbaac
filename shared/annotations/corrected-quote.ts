import { quotationText } from '../anchoring/quotation-text'
import type { TextCorrection } from '../documents/text-correction'
import type { Segment } from './segment'

/** A segment's words with corrections in brackets. A correction whose words do not stand in the quotation is left out. */
export function correctedQuote(segment: Segment, corrections: readonly TextCorrection[]): { readonly quote: string; readonly corrected: boolean } {
  const own = corrections.filter(
    (one) =>
      one.documentId === segment.documentId && one.pageIndex === segment.pageIndex && one.origin === segment.textOrigin && segment.ranges.some((range) => one.range.start >= range.start && one.range.end <= range.end),
  )
  let [done, rest, corrected] = ['', segment.quote, false]
  for (const { was, becomes } of own.toSorted((a, b) => a.range.start - b.range.start)) {
    const words = quotationText(was, '')
    const at = words === '' ? -1 : rest.indexOf(words)
    if (at === -1) continue
    done += `${rest.slice(0, at)}[${becomes}]`
    rest = rest.slice(at + words.length)
    corrected = true
  }
  return { quote: done + rest, corrected }
}
