import type { TextRun } from '@shared/documents/page'
import { type PageShape, toView, type ViewPoint } from './page-geometry'

/** The upright box of a run on the shown page at scale 1, in CSS pixels. */
export type RunBox = { readonly start: number; readonly end: number; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Share of the font height that stands below the baseline. */
const DESCENT = 0.22

/** The box of each run, for finding the text nearest to a point. */
export function boxesOfRuns(runs: readonly TextRun[], shape: PageShape): readonly RunBox[] {
  return runs.map(([start, end, x, y, advance, height, angle]) => {
    const turn = (angle * Math.PI) / 180
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    const corners = [
      [0, -DESCENT * height],
      [advance, -DESCENT * height],
      [0, (1 - DESCENT) * height],
      [advance, (1 - DESCENT) * height],
    ].map(([along = 0, across = 0]) => toView(shape, 1, x + along * cos - across * sin, y + along * sin + across * cos))
    const xs = corners.map((corner) => corner.x)
    const ys = corners.map((corner) => corner.y)
    return { start, end, left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  })
}

const outside = (value: number, low: number, high: number): number => Math.max(low - value, 0, value - high)

/**
 * The run nearest to a point beside the text: one whose line the point is level with if there is such a run, else the one
 * with the least distance, where leaving the line counts more than leaving its end. Null on a page without text.
 */
export function nearestRun(boxes: readonly RunBox[], point: ViewPoint): RunBox | null {
  let best: RunBox | null = null
  let least = Number.POSITIVE_INFINITY
  for (const box of boxes) {
    const distance = outside(point.x, box.left, box.right) + 12 * outside(point.y, box.top, box.bottom)
    if (distance < least) [best, least] = [box, distance]
  }
  return best
}

/** The point of a box that is nearest to a point, a little inside its edges. */
export const pointInside = (box: RunBox, point: ViewPoint): ViewPoint => ({
  x: Math.min(Math.max(point.x, box.left + 0.3), box.right - 0.3),
  y: Math.min(Math.max(point.y, box.top + 0.3), box.bottom - 0.3),
})
