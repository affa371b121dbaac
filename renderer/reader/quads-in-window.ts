import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import { type Quad, viewRect } from '@shared/units/geometry'
import type { Mark } from '../annotations/marks'
import type { WindowRect } from '../annotations/place-palette'
import type { ColumnView } from './page-column'
import { type PageShape, quadOnView } from './page-geometry'
import type { PageTexts } from './page-texts'
import type { TextPassage } from './text-place'

/** Quads on a page, by its index from 0. */
export type QuadsOnPage = { readonly page: number; readonly quads: readonly Quad[] }

/** Where a passage is drawn, on the pages near the view. */
export function quadsOfPassage(passage: TextPassage, texts: PageTexts, { first, last }: ColumnView): readonly QuadsOnPage[] {
  const pages: QuadsOnPage[] = []
  for (let page = Math.max(first, passage.from.page); page <= Math.min(last, passage.to.page); page += 1) {
    const text = texts.peek(page)
    const ranges = texts.ranges(passage, page)
    if (text !== null && ranges.length > 0) pages.push({ page, quads: quadsOfRanges(text, ranges) })
  }
  return pages
}

export const quadsOfMark = ({ annotation }: Mark): readonly QuadsOnPage[] =>
  annotation.segments.map(({ pageIndex, quads }) => ({ page: pageIndex, quads }))

/** Where a note on a page stands, which has no quads: along the upper edge, CSS pixels at scale 1. */
const NOTE = { top: 8, height: 32 }

/**
 * The rectangle in the window around quads, as far as it lies on the desk; a line at the desk's edge when all of it is
 * scrolled away. Null when there are no pages.
 */
export function rectInWindow(
  pages: readonly QuadsOnPage[],
  shapes: readonly PageShape[],
  { layout, scale, width }: ColumnView,
  inner: DOMRect,
  desk: DOMRect,
): WindowRect | null {
  const rects = pages.flatMap(({ page, quads }) => {
    const shape = shapes[page]
    if (shape === undefined) return []
    const left = inner.left + (width - (layout.widths[page] ?? 0)) / 2
    const top = inner.top + (layout.tops[page] ?? 0)
    const places =
      quads.length === 0
        ? [viewRect(0, NOTE.top * scale, layout.widths[page] ?? 0, NOTE.height * scale)]
        : quads.map((q) => quadOnView(shape, scale, q))
    return places.map((rect) => ({
      left: left + rect.x,
      top: top + rect.y,
      right: left + rect.x + rect.width,
      bottom: top + rect.y + rect.height,
    }))
  })
  if (rects.length === 0) return null
  const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))
  return {
    left: within(Math.min(...rects.map((rect) => rect.left)), desk.left, desk.right),
    right: within(Math.max(...rects.map((rect) => rect.right)), desk.left, desk.right),
    top: within(Math.min(...rects.map((rect) => rect.top)), desk.top, desk.bottom),
    bottom: within(Math.max(...rects.map((rect) => rect.bottom)), desk.top, desk.bottom),
  }
}

/** The upper and lower edge of quads on the first of their pages, CSS pixels at scale 1. */
export function extentOnPage(
  pages: readonly QuadsOnPage[],
  shapes: readonly PageShape[],
): { readonly page: number; readonly top: number; readonly bottom: number } | null {
  const first = pages[0]
  const shape = first && shapes[first.page]
  if (first === undefined || shape === undefined) return null
  const rects = first.quads.map((q) => quadOnView(shape, 1, q))
  if (rects.length === 0) return { page: first.page, top: 0, bottom: 40 }
  return { page: first.page, top: Math.min(...rects.map((rect) => rect.y)), bottom: Math.max(...rects.map((rect) => rect.y + rect.height)) }
}
