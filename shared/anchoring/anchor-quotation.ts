import type { AnchorState, Segment } from '../annotations/segment'
import type { Document } from '../documents/document'
import type { ReadablePage } from '../documents/page-reading'
import { type PageIndex, pageIndex } from '../units/pages'
import { findAcrossPages } from './find-across-pages'
import { findInDocument } from './find-in-document'
import { type FoundPassage, findQuotation, findWords, type QuotationTarget } from './find-quotation'
import { foldingOf, foldText } from './fold'
import { makeSegment, partsOfPage } from './make-segment'

/** A quotation as segments of its document, with the state in which it was found. */
export type AnchoredQuotation = { readonly state: AnchorState; readonly segments: readonly Segment[] }

type PageOf = (index: PageIndex) => ReadablePage | undefined

/**
 * Finds a quotation that is said to stand on a page: there, over the break to the next page, elsewhere in the document. What is not found
 * keeps its words on the page where it was said to stand, as lost.
 * @param pageOf a page of the document with its text; undefined beyond its end
 */
export function anchorOnPage(target: QuotationTarget, named: PageIndex, document: Document, pageOf: PageOf): AnchoredQuotation {
  const textOf = (index: number) => pageOf(pageIndex(index))?.text
  const first = textOf(named)
  const second = textOf(named + 1)

  const found = findInDocument(textOf, document.pageCount, target, named)
  const { passage } = found
  if (passage.how !== 'exact' && passage.how !== 'moved' && first !== undefined && second !== undefined) {
    const across = findAcrossPages(first, second, target)
    if (across !== null) return overBreak(document, pageOf, named, across)
  }
  if (passage.how === 'lost') return { state: 'lost', segments: [lostSegment(target.quote, named, document, pageOf(named))] }
  return { state: passage.how, segments: segmentAt(document, pageOf, pageIndex(found.pageIndex), passage, passage.how, target.quote) }
}

/** So many characters before and after a quotation tell one place from another. */
const CONTEXT = 24

/**
 * Finds a quotation of which no page is known. Found once it is exact; of several places the one is taken whose surroundings agree, and
 * where that does not decide it stays a likeness, as any of them may be meant.
 */
export function anchorAnywhere(target: QuotationTarget, document: Document, pageOf: PageOf): AnchoredQuotation {
  const places: { readonly index: PageIndex; readonly passage: Found }[] = []
  for (let at = 0; at < document.pageCount; at += 1) {
    const index = pageIndex(at)
    const text = pageOf(index)?.text
    const passage = text === undefined ? null : findWords(text, target)
    if (passage !== null && passage.how !== 'lost') places.push({ index, passage })
  }
  const agreeing = places.filter(({ index, passage }) => agrees(target, pageOf(index)?.text.text ?? '', passage))
  const [place] = agreeing.length > 0 ? agreeing : places
  if (place !== undefined) {
    const state = agreeing.length === 1 || places.length === 1 ? 'exact' : 'approximate'
    return { state, segments: segmentAt(document, pageOf, place.index, place.passage, state, target.quote) }
  }
  const pages = likeliestPages(target, document, pageOf)
  return overSomeBreak(target, pages, document, pageOf) ?? likeness(target, pages, document, pageOf)
}

type Found = Exclude<FoundPassage, { readonly how: 'lost' }>

/** Whether what stands before or after a passage is what the quotation says. */
function agrees({ prefix = '', suffix = '' }: QuotationTarget, text: string, { ranges }: Found): boolean {
  const [start, end] = [ranges[0]?.start ?? 0, ranges.at(-1)?.end ?? 0]
  const [before, after] = [foldText(prefix).folded.slice(-CONTEXT), foldText(suffix).folded.slice(0, CONTEXT)]
  const stands = (wanted: string, there: boolean): boolean => wanted !== '' && there
  return (
    stands(before, foldText(text.slice(Math.max(0, start - 4 * CONTEXT), start)).folded.endsWith(before)) ||
    stands(after, foldText(text.slice(end, end + 4 * CONTEXT)).folded.startsWith(after))
  )
}

/** Pages that are looked at closely, of all that have pieces of a quotation. */
const LIKELIEST = 20
/** Characters of a piece: a fifth of them is whole where every fourth character differs, and few stand on a page by chance. */
const PIECE = 5

/** The pages that share most pieces with the quotation: looking for a likeness takes long, and on most pages none can stand. */
function likeliestPages({ quote }: QuotationTarget, document: Document, pageOf: PageOf): readonly number[] {
  const { folded } = foldText(quote)
  const pieces = new Set(Array.from({ length: Math.max(1, folded.length - PIECE + 1) }, (_, at) => folded.slice(at, at + PIECE)))
  const shares: { readonly at: number; readonly shared: number }[] = []
  for (let at = 0; at < document.pageCount; at += 1) {
    const text = pageOf(pageIndex(at))?.text
    if (text === undefined) continue
    const page = foldingOf(text).folded
    let shared = 0
    for (const piece of pieces) if (page.includes(piece)) shared += 1
    if (shared > 0) shares.push({ at, shared })
  }
  return shares
    .sort((a, b) => b.shared - a.shared || a.at - b.at)
    .slice(0, LIKELIEST)
    .map(({ at }) => at)
}

function overSomeBreak(target: QuotationTarget, pages: readonly number[], document: Document, pageOf: PageOf): AnchoredQuotation | null {
  for (const at of new Set(pages.flatMap((page) => [page - 1, page]))) {
    if (at < 0 || at + 1 >= document.pageCount) continue
    const [first, second] = [pageOf(pageIndex(at))?.text, pageOf(pageIndex(at + 1))?.text]
    const across = first === undefined || second === undefined ? null : findAcrossPages(first, second, target)
    if (across !== null) return overBreak(document, pageOf, pageIndex(at), across)
  }
  return null
}

/** The page on which the best likeness stands; lost on the first page where there is none. */
function likeness(target: QuotationTarget, pages: readonly number[], document: Document, pageOf: PageOf): AnchoredQuotation {
  let best: { readonly index: PageIndex; readonly passage: Extract<FoundPassage, { readonly how: 'approximate' }> } | null = null
  for (const at of pages) {
    const text = pageOf(pageIndex(at))?.text
    const passage = text === undefined ? null : findQuotation(text, target)
    if (passage?.how === 'approximate' && passage.likeness > (best?.passage.likeness ?? 0)) best = { index: pageIndex(at), passage }
  }
  if (best === null) return { state: 'lost', segments: [lostSegment(target.quote, pageIndex(0), document, pageOf(pageIndex(0)))] }
  return { state: 'approximate', segments: segmentAt(document, pageOf, best.index, best.passage, 'approximate', target.quote) }
}

type Across = NonNullable<ReturnType<typeof findAcrossPages>>

const overBreak = (document: Document, pageOf: PageOf, index: PageIndex, across: Across): AnchoredQuotation => ({
  state: 'exact',
  segments: [
    ...segmentAt(document, pageOf, index, across.first, 'exact', across.first.quote),
    ...segmentAt(document, pageOf, pageIndex(index + 1), across.second, 'exact', across.second.quote),
  ],
})

function segmentAt(
  document: Document,
  pageOf: PageOf,
  index: PageIndex,
  part: Pick<Segment, 'ranges' | 'quote'>,
  state: AnchorState,
  wanted: string,
): readonly Segment[] {
  const page = pageOf(index)
  if (page === undefined) return []
  const made = makeSegment({ documentId: document.id, ...partsOfPage(page), ranges: part.ranges, state })
  // An approximate match keeps the words that were looked for: the page's own are shown beside them, and cited only once confirmed.
  return [{ ...made, quote: state === 'approximate' ? wanted : part.quote }]
}

/** What is said to stand on a page and does not: kept with its words, drawn nowhere. */
function lostSegment(quote: string, index: PageIndex, document: Document, page: ReadablePage | undefined): Segment {
  return {
    documentId: document.id,
    pageIndex: index,
    label: page?.page.label ?? null,
    stamp: page?.stamp ?? null,
    pageBox: page?.page.box ?? [0, 0, 612, 792],
    rotation: page?.page.rotation ?? 0,
    quads: [],
    ranges: [],
    quote,
    prefix: '',
    suffix: '',
    textOrigin: page?.text.origin ?? 'embedded',
    extractor: page === undefined ? document.extractor : page.text.extractor,
    state: 'lost',
  }
}
