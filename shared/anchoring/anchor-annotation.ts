import type { Segment } from '../annotations/segment'
import type { Page, PageText } from '../documents/page'
import { cellHolds } from '../tables/cells'
import { pageIndex } from '../units/pages'
import { describePassage } from './describe-passage'
import { findInDocument } from './find-in-document'
import { quadsOfRanges } from './passage-geometry'

/**
 * Anchors a segment again and sets its state. A moved passage gets its new place; an approximate or lost one keeps the words and the place
 * it had, to be shown beside what is there now. Typed transcriptions have nothing to be judged by and stay as they are.
 * @param textOf the text of a page of the document, by index from 0; undefined where it is not known
 * @param pageOf the page, so that label and box follow a passage that moved to another page
 */
export function anchorSegment(
  segment: Segment,
  textOf: (index: number) => PageText | undefined,
  pageCount: number,
  pageOf?: (index: number) => Page | undefined,
): Segment {
  if (segment.textOrigin === 'typed' || segment.ranges.length === 0) return segment
  if (segment.cell !== undefined) {
    // A cell is where it is: the same words in another row are another row's.
    const row = textOf(segment.pageIndex)
    return { ...segment, state: row !== undefined && cellHolds(row.text, segment.cell.column, segment.quote) ? 'exact' : 'lost' }
  }
  const { quote, prefix, suffix, ranges } = segment
  const { passage, pageIndex: foundOn } = findInDocument(textOf, pageCount, { quote, prefix, suffix, ranges }, segment.pageIndex)
  if (passage.how === 'approximate' || passage.how === 'lost') return { ...segment, state: passage.how }
  if (passage.how === 'exact') return { ...segment, state: 'exact' }
  const text = textOf(foundOn)
  if (text === undefined) return { ...segment, state: 'lost' }
  const page = foundOn === segment.pageIndex ? undefined : pageOf?.(foundOn)
  return {
    ...segment,
    pageIndex: pageIndex(foundOn),
    ...(page === undefined ? {} : { label: page.label, stamp: null, pageBox: page.box, rotation: page.rotation }),
    ranges: passage.ranges,
    quads: quadsOfRanges(text, passage.ranges),
    ...describePassage(text.text, passage.ranges, quote),
    state: 'moved',
  }
}
