import { type PageShape, shownSize } from './page-geometry'

/** Space above, between and below pages, in CSS pixels. */
export const PAGE_GAP = 18

/** Where every page of a document stands in the scrolled column, in CSS pixels. */
export type PageLayout = {
  /** Where a page's own part of the column begins: its upper edge, or above it where pages are shown one at a time. */
  readonly slots: Float64Array
  readonly tops: Float64Array
  readonly heights: Float64Array
  readonly widths: Float64Array
  readonly height: number
  /** Width of the widest page. */
  readonly width: number
}

/** Pages one after the other, or one at a time. */
export const FLOWS = ['continuous', 'single'] as const
export type Flow = (typeof FLOWS)[number]

/**
 * Lays pages out in one column from their stored sizes, so that no page has to be opened to know where it stands.
 * @param room height that every page has at least to itself, CSS pixels: that of the view, to show one page at a time
 */
export function layOutPages(shapes: readonly PageShape[], scale: number, room = 0): PageLayout {
  const tops = new Float64Array(shapes.length)
  const heights = new Float64Array(shapes.length)
  const widths = new Float64Array(shapes.length)
  const slots = new Float64Array(shapes.length)
  let top = room === 0 ? PAGE_GAP : 0
  let width = 0
  shapes.forEach((shape, index) => {
    const size = shownSize(shape, scale)
    const slot = room === 0 ? size.height + PAGE_GAP : Math.max(room, size.height + 2 * PAGE_GAP)
    slots[index] = top
    tops[index] = room === 0 ? top : top + (slot - size.height) / 2
    heights[index] = size.height
    widths[index] = size.width
    top += slot
    width = Math.max(width, size.width)
  })
  return { slots, tops, heights, widths, height: top, width }
}

/** The last page whose slot begins at or above `y` (CSS pixels from the top of the column); the first page for anything above it. */
export function pageAt(layout: PageLayout, y: number): number {
  let [low, high] = [0, layout.tops.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((layout.slots[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** First and last page that stand between two heights, with `margin` CSS pixels more on either side. */
export function pagesBetween(layout: PageLayout, from: number, to: number, margin: number): readonly [first: number, last: number] {
  return [pageAt(layout, from - margin), pageAt(layout, to + margin)]
}

/** A place in a document that survives zooming: the page at the upper edge of the view and how far down in it (0 to 1; less than 0 in the gap above). */
export type ScrollPlace = { readonly page: number; readonly fraction: number }

/** The place at the upper edge of the view. @param scrollTop how far the column is scrolled, CSS pixels */
export function placeAt(layout: PageLayout, scrollTop: number): ScrollPlace {
  const page = pageAt(layout, scrollTop + PAGE_GAP)
  const height = layout.heights[page] ?? 1
  return { page, fraction: (scrollTop - (layout.tops[page] ?? 0)) / Math.max(1, height) }
}

/** How far the column has to be scrolled for a place to stand at the upper edge of the view, CSS pixels; a page as a whole brings the gap above along. */
export function scrollTopOf(layout: PageLayout, { page, fraction }: ScrollPlace): number {
  const place = (layout.tops[page] ?? 0) + fraction * (layout.heights[page] ?? 0)
  return Math.max(0, fraction > 0 ? place : Math.min(place, layout.slots[page] ?? 0))
}
