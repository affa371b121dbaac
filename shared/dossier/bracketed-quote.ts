import { correctionsIn } from '../annotations/corrected-quote'
import type { Segment, TextRange } from '../annotations/segment'
import { HELD_BACK } from '../documents/page-reading'
import type { TextCorrection } from '../documents/text-correction'

/** What can stand in brackets in a quotation. */
export type Bracket = 'corrections' | 'redactions'

/** Where in a quotation the page is blacked out, with the codes that are printed there. Its words, if any, are what is printed on the blacked out area. */
export type Blackout = { readonly place: TextRange; readonly codes: readonly string[] }

type Span = TextRange & { readonly words: string; readonly of: Bracket }

const HELD_WORDS = new RegExp(`${HELD_BACK}+(?:\\s+${HELD_BACK}+)*`, 'g')

/** `[redacted (b)(7)(E)]` */
const redacted = (codes: readonly string[]): string => `[redacted${codes.length === 0 ? '' : ` ${codes.join(', ')}`}]`

/** A segment's words with what is not the document's in brackets; null where there is nothing of that kind. Of spans that overlap the first stands. */
export function bracketedQuote(
  segment: Segment,
  corrections: readonly TextCorrection[],
  blackouts: readonly Blackout[],
): { readonly shown: string | null; readonly brackets: readonly Bracket[] } {
  const { quote } = segment
  const spans: readonly Span[] = [
    ...blackouts.map(({ place, codes }): Span => ({ ...place, words: redacted(codes), of: 'redactions' })),
    ...correctionsIn(segment, corrections).map(({ start, end, becomes }): Span => ({
      start,
      end,
      words: `[${becomes}]`,
      of: 'corrections',
    })),
    ...[...quote.matchAll(HELD_WORDS)].map((match): Span => ({
      start: match.index,
      end: match.index + match[0].length,
      words: redacted([]),
      of: 'redactions',
    })),
  ]
  let [done, from] = ['', 0]
  const used = new Set<Bracket>()
  for (const { start, end, words, of } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    // A redaction stands between words, also where the text joins them.
    const before = `${done}${quote.slice(from, start)}`
    done = of === 'redactions' && /\S$/.test(before) ? `${before} ${words}` : `${before}${words}`
    if (of === 'redactions' && /^\S/.test(quote.slice(end))) done += ' '
    from = end
    used.add(of)
  }
  return used.size === 0 ? { shown: null, brackets: [] } : { shown: done + quote.slice(from), brackets: [...used].sort() }
}
