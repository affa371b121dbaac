import { type PdfRect, pdfRect } from '../units/geometry'

/** In square points; 0 for a rectangle that is turned inside out. */
export const areaOfRect = ({ left, bottom, right, top }: PdfRect): number => Math.max(0, right - left) * Math.max(0, top - bottom)

/** The rectangle with `by` points more on each side. */
export const grown = ({ left, bottom, right, top }: PdfRect, by: number): PdfRect => pdfRect(left - by, bottom - by, right + by, top + by)

/** Whether one rectangle lies within another, edges included. */
export const covers = (outer: PdfRect, inner: PdfRect): boolean =>
  outer.left <= inner.left && outer.right >= inner.right && outer.bottom <= inner.bottom && outer.top >= inner.top

/** What two rectangles share, in square points. */
export const overlapArea = (a: PdfRect, b: PdfRect): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom))

/** Whether two rectangles of one height stand beside each other with at most `gap` points between them. */
export const sideBySide = (a: PdfRect, b: PdfRect, gap: number): boolean =>
  Math.abs(a.top - b.top) < 1 && Math.abs(a.bottom - b.bottom) < 1 && Math.max(a.left, b.left) - Math.min(a.right, b.right) <= gap

/** The area that rectangles cover together, counted once where they overlap: strips between their left and right sides. */
export function unionArea(rects: readonly PdfRect[]): number {
  const sides = [...new Set(rects.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b)
  let area = 0
  for (const [at, left] of sides.entries()) {
    const right = sides[at + 1]
    if (right === undefined) break
    const spans = rects.filter((rect) => rect.left <= left && rect.right >= right).sort((a, b) => a.bottom - b.bottom)
    let reached = Number.NEGATIVE_INFINITY
    for (const { bottom, top } of spans) {
      area += Math.max(0, top - Math.max(bottom, reached)) * (right - left)
      reached = Math.max(reached, top)
    }
  }
  return area
}
