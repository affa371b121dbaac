import type { TextRange } from '../annotations/segment'
import { quotationText, textOfRanges } from './quotation-text'

/** A passage in words that find it again. */
export type PassageDescription = { readonly quote: string; readonly prefix: string; readonly suffix: string }

/** Units of text looked at for context, and characters of context kept. */
const LOOK = 160
const KEEP = 64

/**
 * Describes a passage by its words and up to 64 characters of the page's text before and after it, white space folded.
 * @param text the page's text
 * @param ranges the passage, in reading order
 * @param searched the words it was found by, if it was: they decide which line-end hyphens stay
 */
export function describePassage(text: string, ranges: readonly TextRange[], searched?: string): PassageDescription {
  const start = ranges[0]?.start ?? 0
  const end = ranges.at(-1)?.end ?? 0
  const before = Array.from(quotationText(text.slice(Math.max(0, start - LOOK), start), ''))
  const after = Array.from(quotationText(text.slice(end, end + LOOK), ''))
  return {
    quote: quotationText(textOfRanges(text, ranges), text, searched),
    prefix: before.slice(-KEEP).join(''),
    suffix: after.slice(0, KEEP).join(''),
  }
}
