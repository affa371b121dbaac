import { makeSegment, partsOfPage } from '@shared/anchoring/make-segment'
import { quadsOfRanges, rangesInRect } from '@shared/anchoring/passage-geometry'
import type { Segment } from '@shared/annotations/segment'
import type { Document } from '@shared/documents/document'
import type { Page, PageText } from '@shared/documents/page'
import type { PageReading } from '@shared/documents/page-reading'
import { stampOf } from '@shared/stamps/stamp-of'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { type PdfRect, quadOfRect } from '@shared/units/geometry'
import type { PageStamp } from '@shared/units/pages'
import { describePassage } from '@shared/anchoring/describe-passage'
import type { PageTexts } from './page-texts'
import type { TextPassage } from './text-place'

/** What a mark on a document is made of. */
export type MarkedDocument = {
  readonly document: Pick<Document, 'id'>
  readonly pages: readonly Page[]
  readonly texts: PageTexts
  readonly stamps: readonly StampRule[]
}

/** The segments of a selected passage, at least one for each page that it touches; empty when it holds no words. */
export async function segmentsOfPassage(
  { document, pages, texts, stamps }: MarkedDocument,
  passage: TextPassage,
): Promise<readonly Segment[]> {
  const overPages = passage.from.page !== passage.to.page
  // Running heads and feet are known by the pages around.
  const around = overPages ? 2 : 0
  for (let at = Math.max(0, passage.from.page - around); at <= Math.min(pages.length - 1, passage.to.page + around); at += 1)
    await texts.load(at)
  const segments: Segment[] = []
  for (let at = passage.from.page; at <= passage.to.page; at += 1) {
    const page = pages[at]
    const text = await texts.load(at)
    if (page === undefined || text === null) continue
    for (const range of texts.ranges(passage, at)) {
      segments.push(
        makeSegment({
          documentId: document.id,
          ranges: [range],
          ...partsOfPage({ page: pageRecord(page), text, stamp: stampOf(stamps, at) }),
        }),
      )
    }
  }
  return segments
}

/** The words of the page that stand inside a box. */
export const wordsInBox = (text: PageText, area: PdfRect): string => {
  const ranges = rangesInRect(text, area)
  return ranges.length === 0 ? '' : describePassage(text.text, ranges).quote
}

/** Mean confidence (0 to 100) of recognised words below which they are most likely no words: lines of a drawing, a stain, a signature. */
const WORDS = 60

/** The words to begin with for a drawn box: those of the page, but none that a program made of what is no print. */
export function wordsToBeginWith(text: PageReading, area: PdfRect): string {
  const ranges = rangesInRect(text, area)
  const inside = text.words.filter(([start, end]) => ranges.some((range) => start < range.end && end > range.start))
  const sure = inside.reduce((sum, [, , confidence]) => sum + confidence, 0) / Math.max(1, inside.length)
  return inside.length > 0 && sure < WORDS ? '' : wordsInBox(text, area)
}

/**
 * The segment of a drawn box. Words that stand in the page's text at that place are quoted from it; any others are the
 * researcher's own transcription.
 */
export function segmentOfBox(
  document: Pick<Document, 'id'>,
  page: Page,
  text: PageReading | null,
  area: PdfRect,
  typed: string,
  stamp: PageStamp | null = null,
): Segment {
  const ranges = text === null ? [] : rangesInRect(text, area)
  const words = typed.trim()
  if (text !== null && ranges.length > 0 && quadsOfRanges(text, ranges).length > 0) {
    const read = makeSegment({
      documentId: document.id,
      page: pageRecord(page),
      text,
      ranges,
      extractor: text.extractor,
      textOrigin: text.origin,
      stamp,
    })
    if (read.quote === words) return { ...read, quads: [quadOfRect(area)] }
  }
  return {
    documentId: document.id,
    pageIndex: page.index,
    label: page.label,
    stamp,
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
export const segmentOfPage = (document: Pick<Document, 'id'>, page: Page, stamp: PageStamp | null): Segment => ({
  ...segmentOfBox(document, page, null, wholePage(page), '', stamp),
  quads: [],
})

const wholePage = ({ box: [left, bottom, right, top] }: Page): PdfRect => ({ left, bottom, right, top }) as PdfRect

/** A stored page without the key of its row. */
const pageRecord = ({ index, label, box, rotation, userUnit, content }: Page): Page => ({ index, label, box, rotation, userUnit, content })
