import { makeSegment } from '@shared/anchoring/make-segment'
import { quadsOfRanges, rangesInRect } from '@shared/anchoring/passage-geometry'
import type { Segment } from '@shared/annotations/segment'
import type { Document } from '@shared/documents/document'
import type { Page, PageText } from '@shared/documents/page'
import type { PageReading } from '@shared/documents/page-reading'
import { type PdfRect, quadOfRect } from '@shared/units/geometry'
import { describePassage } from '@shared/anchoring/describe-passage'
import type { PageTexts } from './page-texts'
import { rangeOnPage, type TextPassage } from './text-place'

/** The segments of a selected passage, one for each page that it touches; empty when it holds no words. */
export async function segmentsOfPassage(document: Document, pages: readonly Page[], texts: PageTexts, passage: TextPassage): Promise<readonly Segment[]> {
  const segments: Segment[] = []
  for (let at = passage.from.page; at <= passage.to.page; at += 1) {
    const page = pages[at]
    const text = await texts.load(at)
    const range = text === null ? null : rangeOnPage(passage, at, text)
    if (page === undefined || text === null || range === null) continue
    segments.push(makeSegment({ documentId: document.id, page: pageRecord(page), text, ranges: [range], extractor: text.extractor, textOrigin: text.origin }))
  }
  return segments
}

/** The words of the page that stand inside a box. */
export const wordsInBox = (text: PageText, area: PdfRect): string => {
  const ranges = rangesInRect(text, area)
  return ranges.length === 0 ? '' : describePassage(text.text, ranges).quote
}

/**
 * The segment of a drawn box. Words that stand in the page's text at that place are quoted from it; any others are the
 * researcher's own transcription.
 */
export function segmentOfBox(document: Document, page: Page, text: PageReading | null, area: PdfRect, typed: string): Segment {
  const ranges = text === null ? [] : rangesInRect(text, area)
  const words = typed.trim()
  if (text !== null && ranges.length > 0 && quadsOfRanges(text, ranges).length > 0) {
    const read = makeSegment({ documentId: document.id, page: pageRecord(page), text, ranges, extractor: text.extractor, textOrigin: text.origin })
    if (read.quote === words) return { ...read, quads: [quadOfRect(area)] }
  }
  return {
    documentId: document.id,
    pageIndex: page.index,
    label: page.label,
    stamp: null,
    pageBox: page.box,
    rotation: page.rotation,
    quads: [quadOfRect(area)],
    ranges: [],
    quote: words,
    prefix: '',
    suffix: '',
    textOrigin: 'typed',
    extractor: null,
    state: 'exact',
  }
}

/** The segment of a note on a whole page: no words and no place on it. */
export const segmentOfPage = (document: Document, page: Page): Segment => ({ ...segmentOfBox(document, page, null, wholePage(page), ''), quads: [] })

const wholePage = ({ box: [left, bottom, right, top] }: Page): PdfRect => ({ left, bottom, right, top }) as PdfRect

/** A stored page without the key of its row. */
const pageRecord = ({ index, label, box, rotation, userUnit, content }: Page): Page => ({ index, label, box, rotation, userUnit, content })
