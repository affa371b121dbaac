import { findAcrossPages } from '../anchoring/find-across-pages'
import { findInDocument } from '../anchoring/find-in-document'
import { makeSegment, partsOfPage } from '../anchoring/make-segment'
import type { AnchorState, Segment } from '../annotations/segment'
import type { Document } from '../documents/document'
import type { ReadablePage } from '../documents/page-reading'
import { type PageIndex, pageIndex, pageIndexOf } from '../units/pages'
import type { EvidenceRow } from './evidence-table'

/** A row's quotation, as segments of its document, with the state in which it was found. */
export type AnchoredRow = { readonly state: AnchorState; readonly segments: readonly Segment[] }

const RANK: Readonly<Record<AnchorState, number>> = { exact: 3, moved: 2, approximate: 1, lost: 0 }

/**
 * Finds a row's quotation in the embedded text, and where it does not stand there as it is, in the recognised text of the document's
 * pictures. Of two equal finds the embedded one is taken.
 * @param recognised gives pages with their recognised text where there is one; null where no page was recognised
 */
export function anchorRowInTexts(row: EvidenceRow, document: Document, embedded: PageOf, recognised: PageOf | null): AnchoredRow {
  const first = anchorRow(row, document, embedded)
  if (first.state === 'exact' || recognised === null) return first
  const second = anchorRow(row, document, recognised)
  return RANK[second.state] > RANK[first.state] || (first.state === 'lost' && second.state === 'lost') ? second : first
}

type PageOf = (index: PageIndex) => ReadablePage | undefined

/**
 * Finds a row's quotation: on its page, over the break to the next page, elsewhere in the document. What is not found keeps
 * its words on the page where it was said to stand, as lost.
 * @param pageOf a page of the document with its text; undefined beyond its end
 */
function anchorRow(row: EvidenceRow, document: Document, pageOf: PageOf): AnchoredRow {
  const named = pageIndexOf(row.page)
  const textOf = (index: number) => pageOf(pageIndex(index))?.text
  const first = textOf(named)
  const second = textOf(named + 1)
  const target = { quote: row.quote }

  const found = findInDocument(textOf, document.pageCount, target, named)
  const { passage } = found
  if (passage.how !== 'exact' && passage.how !== 'moved' && first !== undefined && second !== undefined) {
    const across = findAcrossPages(first, second, target)
    if (across !== null) {
      return { state: 'exact', segments: [...segmentAt(named, across.first, 'exact'), ...segmentAt(pageIndex(named + 1), across.second, 'exact')] }
    }
  }
  if (passage.how === 'lost') return { state: 'lost', segments: [lostSegment(row, document, pageOf(named))] }
  return { state: passage.how, segments: segmentAt(pageIndex(found.pageIndex), passage, passage.how) }

  function segmentAt(index: PageIndex, part: Pick<Segment, 'ranges' | 'quote'>, state: AnchorState): readonly Segment[] {
    const page = pageOf(index)
    if (page === undefined) return []
    const made = makeSegment({ documentId: document.id, ...partsOfPage(page), ranges: part.ranges, state })
    // An approximate match keeps the words that were looked for: the page's own are shown beside them, and cited only once confirmed.
    return [{ ...made, quote: state === 'approximate' ? row.quote : part.quote }]
  }
}

/** What a row says that its page does not: kept with its words, drawn nowhere. */
function lostSegment(row: EvidenceRow, document: Document, page: ReadablePage | undefined): Segment {
  return {
    documentId: document.id,
    pageIndex: pageIndexOf(row.page),
    label: page?.page.label ?? null,
    stamp: page?.stamp ?? null,
    pageBox: page?.page.box ?? [0, 0, 612, 792],
    rotation: page?.page.rotation ?? 0,
    quads: [],
    ranges: [],
    quote: row.quote,
    prefix: '',
    suffix: '',
    textOrigin: page?.text.origin ?? 'embedded',
    extractor: page === undefined ? document.extractor : page.text.extractor,
    state: 'lost',
  }
}
