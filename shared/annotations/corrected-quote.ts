import { quotationText } from '../anchoring/quotation-text'
import type { TextCorrection } from '../documents/text-correction'
import type { Segment, TextRange } from './segment'

/** Where in a segment's quotation corrected words stand, and what they become. A correction whose words do not stand in the quotation is left out. */
export function correctionsIn(
  segment: Segment,
  corrections: readonly TextCorrection[],
): readonly (TextRange & { readonly becomes: string })[] {
  const own = corrections.filter(
    (one) =>
      one.documentId === segment.documentId &&
      one.pageIndex === segment.pageIndex &&
      one.origin === segment.textOrigin &&
      segment.ranges.some((range) => one.range.start >= range.start && one.range.end <= range.end),
  )
  let from = 0
  return own
    .toSorted((a, b) => a.range.start - b.range.start)
    .flatMap(({ was, becomes }) => {
      const words = quotationText(was, '')
      const start = words === '' ? -1 : segment.quote.indexOf(words, from)
      if (start === -1) return []
      from = start + words.length
      return [{ start, end: from, becomes }]
    })
}

/** A segment's words with corrections in brackets. */
export function correctedQuote(
  segment: Segment,
  corrections: readonly TextCorrection[],
): { readonly quote: string; readonly corrected: boolean } {
  let [done, from] = ['', 0]
  const found = correctionsIn(segment, corrections)
  for (const { start, end, becomes } of found) {
    done += `${segment.quote.slice(from, start)}[${becomes}]`
    from = end
  }
  return { quote: done + segment.quote.slice(from), corrected: found.length > 0 }
}
