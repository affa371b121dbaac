import type { Segment } from '../annotations/segment'
import type { ReadablePage } from '../documents/page-reading'
import { findInDocument } from './find-in-document'
import { makeSegment, partsOfPage } from './make-segment'

/**
 * The passage that is like a segment's, in the words that stand on the page now: what a researcher compares it with, and may take over.
 * Null where nothing is like it. Segments that hold are given back as they are.
 */
export function likenessNow(segment: Segment, pageOf: (index: number) => ReadablePage | undefined, pageCount: number): Segment | null {
  if (segment.state !== 'approximate') return segment
  const { quote, prefix, suffix, ranges } = segment
  const { passage, pageIndex } = findInDocument(
    (index) => pageOf(index)?.text,
    pageCount,
    { quote, prefix, suffix, ...(ranges.length > 0 ? { ranges } : {}) },
    segment.pageIndex,
  )
  const there = pageOf(pageIndex)
  if (passage.how === 'lost' || there === undefined) return null
  return makeSegment({ documentId: segment.documentId, ...partsOfPage(there), ranges: passage.ranges, state: 'exact' })
}
