import type { AnchorState, Segment, TextRange } from '../annotations/segment'
import type { DocumentId, Extractor } from '../documents/document'
import type { Page, PageText } from '../documents/page'
import type { ReadablePage } from '../documents/page-reading'
import { cellOfRanges } from '../tables/cells'
import type { PageStamp } from '../units/pages'
import { describePassage } from './describe-passage'
import { quadsOfRanges } from './passage-geometry'

/** What a segment is made of. */
export type SegmentParts = {
  readonly documentId: DocumentId
  readonly page: Page
  readonly text: PageText
  /** The passage in the page's text, in reading order. */
  readonly ranges: readonly TextRange[]
  readonly extractor: Extractor | null
  readonly textOrigin?: Segment['textOrigin']
  readonly state?: AnchorState
  /** The words it was found by, where it was searched for rather than selected. */
  readonly searched?: string
  /** The number stamped on the page, where one is known. */
  readonly stamp?: PageStamp | null
  /** What the columns are called, where the page is a row of a table. */
  readonly headings?: readonly string[] | undefined
}

/** What a segment takes from the page it stands on. */
export const partsOfPage = ({
  page,
  text,
  stamp,
  headings,
}: ReadablePage): Pick<SegmentParts, 'page' | 'text' | 'extractor' | 'textOrigin' | 'stamp' | 'headings'> => ({
  page,
  text,
  extractor: text.extractor,
  textOrigin: text.origin,
  stamp,
  headings,
})

/** The segment for a passage on a page: its words, their context and where they are drawn. */
export function makeSegment({
  documentId,
  page,
  text,
  ranges,
  extractor,
  textOrigin = 'embedded',
  state = 'exact',
  searched,
  stamp = null,
  headings,
}: SegmentParts): Segment {
  const cell = cellOfRanges(page, text.text, ranges, extractor, headings)
  return {
    documentId,
    pageIndex: page.index,
    label: page.label,
    stamp,
    pageBox: page.box,
    rotation: page.rotation,
    quads: quadsOfRanges(text, ranges),
    ranges,
    ...describePassage(text.text, ranges, searched),
    textOrigin,
    extractor,
    state,
    ...(cell === undefined ? {} : { cell }),
  }
}
