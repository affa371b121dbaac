import search from 'approx-string-match'
import type { TextRange } from '../annotations/segment'
import type { PageText } from '../documents/page'
import { type FoldedText, foldText, foldingOf, placesOf, rangeOfPlace, sameWords } from './fold'
import { quotationText, textOfRanges } from './quotation-text'
import { rangesOfReordered, readingOrders } from './reading-order'

/** What is looked for: the quotation, and what is known of its place. */
export type QuotationTarget = {
  readonly quote: string
  /** What stood before and after it on the page, as far as it was kept. */
  readonly prefix?: string
  readonly suffix?: string
  /** Where it stood in the page's text; absent for a quotation that has not been anchored yet. */
  readonly ranges?: readonly TextRange[]
}

/** How a quotation was found on a page. `quote` is the page's own words for the ranges; ranges stand in reading order. */
export type FoundPassage =
  | { readonly how: 'exact' | 'moved'; readonly ranges: readonly TextRange[]; readonly quote: string }
  /** A likeness, from 0 to 1 (share of characters that agree); it is never cited by itself. */
  | { readonly how: 'approximate'; readonly ranges: readonly TextRange[]; readonly quote: string; readonly likeness: number }
  | { readonly how: 'lost' }

const LOST: FoundPassage = { how: 'lost' }
const CONTEXT = 64
/** Below this share of agreeing characters, or this length, nothing is offered as a likeness. */
const LEAST_LIKENESS = 0.75
const LEAST_LENGTH = 8
/** How many of a quotation's words, or what share of them, may be missing from a page before its geometry is not asked for another order. */
const BROKEN_WORDS = 2
const SHARE_MISSING = 0.4

/** How many characters of `wanted` agree, counted from the passage outwards; a share of its length, 0 to 1. */
function agreement(wanted: string, actual: string, fromEnd: boolean): number {
  if (wanted === '') return 0
  const at = (value: string, index: number): string => (fromEnd ? value.charAt(value.length - 1 - index) : value.charAt(index))
  let same = 0
  while (same < wanted.length && same < actual.length && at(wanted, same) === at(actual, same)) same += 1
  return same / wanted.length
}

type Place = { readonly at: number; readonly length: number; readonly likeness: number }

const WORD = /[\p{L}\p{N}\p{M}]/u
/** Whether an offset parts two characters of one word. */
const isInsideWord = (text: string, offset: number): boolean => WORD.test(text.charAt(offset - 1)) && WORD.test(text.charAt(offset))

/**
 * The best place by likeness, context and nearness. The weights (quotation 50, prefix 20, suffix 20, position 2) and the limit on errors are
 * after the matcher that Hypothesis published (hypothesis/client, `match-quote.ts`); whole words count besides, so that `AI` is not sought in `CHAIR`.
 */
function bestPlace(text: string, hay: FoldedText, target: QuotationTarget, places: readonly Place[]): Place | undefined {
  const prefix = foldText(target.prefix ?? '').folded
  const suffix = foldText(target.suffix ?? '').folded
  const stood = target.ranges?.[0]?.start
  const score = ({ at, length, likeness }: Place): number => {
    const before = agreement(prefix, hay.folded.slice(Math.max(0, at - CONTEXT), at), true)
    const after = agreement(suffix, hay.folded.slice(at + length, at + length + CONTEXT), false)
    const start = hay.starts[at] ?? 0
    const whole = Number(!isInsideWord(text, start)) + Number(!isInsideWord(text, hay.ends[at + length - 1] ?? start))
    const near = stood === undefined ? 0 : Math.max(0, 1 - Math.abs(start - stood) / Math.max(1, text.length))
    return 50 * likeness + 20 * before + 20 * after + 5 * whole + 2 * near
  }
  let best: { readonly place: Place; readonly score: number } | undefined
  for (const place of places) {
    const scored = { place, score: score(place) }
    if (best === undefined || scored.score > best.score) best = scored
  }
  return best?.place
}

/** The page's own words for some ranges. */
const ownWords = (page: PageText, ranges: readonly TextRange[], searched: string): string =>
  quotationText(textOfRanges(page.text, ranges), page.text, searched)

function whereItStood(page: PageText, needle: FoldedText, target: QuotationTarget): FoundPassage | null {
  const ranges = target.ranges ?? []
  if (ranges.length === 0 || ranges.some(({ start, end }) => start >= end || end > page.text.length)) return null
  if (!sameWords(foldText(textOfRanges(page.text, ranges)), needle)) return null
  // Pieces that no order of reading puts together can't be found by anyone who looks for the quotation.
  if (ranges.length > 1 && elsewhereOnPage(page, needle, target) === null) return null
  return { how: 'exact', ranges, quote: ownWords(page, ranges, target.quote) }
}

/** Whether enough of the quotation's words stand on the page for another order of reading to be worth making. A word may be broken over two lines. */
function mayStandInOtherOrder(hay: FoldedText, quote: string): boolean {
  const words = quote
    .split(/\s+/)
    .map((word) => foldText(word).folded)
    .filter((word) => word !== '')
  const missing = words.filter((word) => !hay.folded.includes(word)).length
  return missing <= Math.max(BROKEN_WORDS, words.length * SHARE_MISSING)
}

function elsewhereOnPage(page: PageText, needle: FoldedText, target: QuotationTarget): FoundPassage | null {
  const how = target.ranges === undefined || target.ranges.length === 0 ? 'exact' : 'moved'
  const length = needle.folded.length
  const hay = foldingOf(page)
  const place = bestPlace(
    page.text,
    hay,
    target,
    placesOf(hay, needle).map((at) => ({ at, length, likeness: 1 })),
  )
  if (place !== undefined) {
    const ranges = [rangeOfPlace(page.text, hay, place.at, needle)]
    return { how, ranges, quote: ownWords(page, ranges, target.quote) }
  }
  if (!mayStandInOtherOrder(hay, target.quote)) return null
  for (const order of readingOrders(page)) {
    const ordered = foldingOf(order)
    const found = bestPlace(
      order.text,
      ordered,
      { quote: target.quote, ...context(target) },
      placesOf(ordered, needle).map((at) => ({ at, length, likeness: 1 })),
    )
    if (found === undefined) continue
    const { start, end } = rangeOfPlace(order.text, ordered, found.at, needle)
    return {
      how,
      ranges: rangesOfReordered(page, order, start, end),
      quote: quotationText(order.text.slice(start, end), page.text, target.quote),
    }
  }
  return null
}

const context = (target: QuotationTarget): { readonly prefix: string; readonly suffix: string } => ({
  prefix: target.prefix ?? '',
  suffix: target.suffix ?? '',
})

function likenessOnPage(page: PageText, needle: FoldedText, target: QuotationTarget): FoundPassage {
  const length = needle.folded.length
  if (length < LEAST_LENGTH) return LOST
  const hay = foldingOf(page)
  const places = search(hay.folded, needle.folded, Math.min(256, Math.floor(length / 4)))
    .map((match) => ({ at: match.start, length: match.end - match.start, likeness: 1 - match.errors / length }))
    .filter((place) => place.likeness >= LEAST_LIKENESS && place.length > 0)
  const best = bestPlace(page.text, hay, target, places)
  if (best === undefined) return LOST
  const range = { start: hay.starts[best.at] ?? 0, end: hay.ends[best.at + best.length - 1] ?? 0 }
  // Characters may all agree where only hyphens differ: still a likeness, so never a full one.
  return { how: 'approximate', ranges: [range], quote: ownWords(page, [range], target.quote), likeness: Math.min(0.99, best.likeness) }
}

/**
 * Looks for a quotation on one page: where it stood, believed only if the words there are the quotation; then anywhere on the page, in the
 * order of the text and in the orders its geometry allows; then a likeness. A quotation without earlier ranges is `exact` wherever it stands.
 */
export function findQuotation(page: PageText, target: QuotationTarget): FoundPassage {
  const needle = foldText(target.quote)
  return (
    whereItStood(page, needle, target) ??
    (needle.folded === '' ? LOST : (elsewhereOnPage(page, needle, target) ?? likenessOnPage(page, needle, target)))
  )
}

/** Like `findQuotation`, without likenesses; null when the words do not stand on the page. */
export function findWords(page: PageText, target: QuotationTarget): FoundPassage | null {
  const needle = foldText(target.quote)
  return needle.folded === '' ? null : elsewhereOnPage(page, needle, target)
}
