import { type PageShape, shownSize, toView } from './page-geometry'
import type { ScrollPlace } from './page-layout'

/** Room above the place that a link names, CSS pixels at scale 1. */
const ABOVE = 6

/** Where a link of the document leads: the height that it names, or the upper edge of the page. A page that was turned is shown from its edge. */
export function placeOfLink({ page, y }: { readonly page: number; readonly y: number | null }, shapes: readonly PageShape[]): ScrollPlace {
  const shape = shapes[page]
  if (shape === undefined || y === null || shape.rotation === 90 || shape.rotation === 270) return { page, fraction: 0 }
  const { height } = shownSize(shape, 1)
  const top = toView(shape, 1, shape.box[0], y).y - ABOVE
  return { page, fraction: Math.max(0, Math.min(top / height, 0.98)) }
}
