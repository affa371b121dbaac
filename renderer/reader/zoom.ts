import { type PageShape, shownSize } from './page-geometry'

/** How large pages are shown: a fixed scale, or fitted to the window. */
export type Zoom = { readonly kind: 'scale'; readonly scale: number } | { readonly kind: 'fit-width' } | { readonly kind: 'fit-page' }

/** CSS pixels per PDF point at 100 percent: CSS counts 96 pixels to the inch, PDF 72 points. */
const FULL_SIZE = 96 / 72
const SMALLEST = 0.1 * FULL_SIZE
const LARGEST = 8 * FULL_SIZE
/** Free space at the sides of a fitted page, in CSS pixels: room for the signs of marks. */
const SIDE = 24

const clampScale = (scale: number): number => Math.min(LARGEST, Math.max(SMALLEST, scale))
export const percentOf = (scale: number): number => Math.round((scale / FULL_SIZE) * 100)
export const scaleOfPercent = (percent: number): number => clampScale((percent / 100) * FULL_SIZE)

const STEPS = [10, 25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500, 600, 800]

/** The next larger (1) or smaller (-1) step, in pixels a point. */
export function stepped(scale: number, direction: 1 | -1): number {
  const percent = (scale / FULL_SIZE) * 100
  const next = direction === 1 ? STEPS.find((step) => step > percent + 0.5) : STEPS.findLast((step) => step < percent - 0.5)
  return scaleOfPercent(next ?? percent)
}

/** The scale at which a page is shown, in CSS pixels per PDF point. `view` is the free area in CSS pixels. */
export function scaleFor(zoom: Zoom, page: PageShape | undefined, view: { readonly width: number; readonly height: number }): number {
  if (zoom.kind === 'scale') return clampScale(zoom.scale)
  if (page === undefined || view.width === 0) return FULL_SIZE
  const size = shownSize(page, 1)
  const width = Math.max(80, view.width - 2 * SIDE) / size.width
  if (zoom.kind === 'fit-width') return clampScale(width)
  return clampScale(Math.min(width, Math.max(80, view.height - 2 * SIDE) / size.height))
}
