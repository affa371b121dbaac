import type { TextRange } from '../annotations/segment'
import type { PageText } from '../documents/page'
import type { QuotationTarget } from './find-quotation'
import { type FoldedText, HYPHEN, MAYBE_HYPHEN, NO_HYPHEN, foldText, foldingOf, signsAgree } from './fold'
import { quotationText } from './quotation-text'
import { rangesOfReordered, readingOrders } from './reading-order'

/** The part of a quotation on one page, in the page's own words. */
export type PassagePart = { readonly ranges: readonly TextRange[]; readonly quote: string }
export type FoundAcrossPages = { readonly first: PassagePart; readonly second: PassagePart }

/** How many lines at the foot of a page and at the head of the next may stand between the two parts: notes, page numbers, running titles. */
const LINES_AT_FOOT = 24
const LINES_AT_HEAD = 8
/** A part shorter than this could be anything. */
const LEAST_PART = 3

const BREAK = /^[-\u2010\u2011]/

type Text = { readonly text: string; readonly folding: FoldedText; readonly rangesOf: (start: number, end: number) => TextRange[] }

/** The page's text as it stands and in the orders that its geometry allows. */
function textsOf(page: PageText): Text[] {
  return [
    { text: page.text, folding: foldingOf(page), rangesOf: (start, end) => [{ start, end }] },
    ...readingOrders(page).map((order) => ({
      text: order.text,
      folding: foldingOf(order),
      rangesOf: (start: number, end: number) => rangesOfReordered(page, order, start, end),
    })),
  ]
}

/** The units of the folding at which lines begin, in order; the end is not one of them. */
function lineStarts({ text, folding }: Text): number[] {
  const starts: number[] = []
  let previous = 0
  folding.starts.forEach((start, unit) => {
    if (unit === 0 || text.slice(previous, start).includes('\n')) starts.push(unit)
    previous = folding.ends[unit] ?? start
  })
  return starts
}

/** Whether hyphens and control characters agree too between `needle` from `from` and `hay` at `at`, over `length` units. */
function restAgrees(hay: FoldedText, at: number, needle: FoldedText, from: number, length: number): boolean {
  for (let unit = 1; unit < length; unit += 1) {
    const [a, b] = [hay.joins[at + unit] ?? NO_HYPHEN, needle.joins[from + unit] ?? NO_HYPHEN]
    if ((a === HYPHEN && b === NO_HYPHEN) || (a === NO_HYPHEN && b === HYPHEN)) return false
  }
  return signsAgree(hay, at, needle, from, length)
}

/**
 * Looks for a quotation that begins at the end of one page's text and goes on at the beginning of the next. Lines at the foot of the first
 * and at the head of the second page may stand between. Both parts must be the page's words exactly; null otherwise.
 */
export function findAcrossPages(first: PageText, second: PageText, target: Pick<QuotationTarget, 'quote'>): FoundAcrossPages | null {
  const needle = foldText(target.quote)
  const total = needle.folded.length
  if (total < 2 * LEAST_PART) return null
  const seconds = textsOf(second).map((text) => ({ text, starts: lineStarts(text).slice(0, LINES_AT_HEAD) }))
  for (const foot of textsOf(first)) {
    const starts = lineStarts(foot)
    const ends = [...starts.slice(1), foot.folding.folded.length].slice(-LINES_AT_FOOT).reverse()
    for (const end of ends) {
      for (let length = Math.min(total - LEAST_PART, end); length >= LEAST_PART; length -= 1) {
        const from = end - length
        if (foot.folding.folded.slice(from, end) !== needle.folded.slice(0, length) || !restAgrees(foot.folding, from, needle, 0, length))
          continue
        const rest = total - length
        for (const { text: head, starts: heads } of seconds) {
          const at = heads.find(
            (start) =>
              head.folding.folded.startsWith(needle.folded.slice(length), start) && restAgrees(head.folding, start, needle, length, rest),
          )
          if (at !== undefined)
            return { first: part(first, foot, from, end, target.quote), second: part(second, head, at, at + rest, target.quote) }
        }
      }
    }
  }
  return null
}

function part(page: PageText, { text, folding, rangesOf }: Text, from: number, to: number, searched: string): PassagePart {
  const start = folding.starts[from] ?? 0
  // A hyphen that breaks a word over the pages belongs to the part that it ends.
  const hyphen = folding.joins[to] === MAYBE_HYPHEN && to > 0 && BREAK.test(text.slice(folding.ends[to - 1]))
  const end = (folding.ends[to - 1] ?? start) + (hyphen ? 1 : 0)
  return { ranges: rangesOf(start, end), quote: quotationText(text.slice(start, end), page.text, searched) }
}
