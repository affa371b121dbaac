import type { TextRun } from '@shared/documents/page'
import { sharesOf } from '@shared/anchoring/glyph-widths'
import { type PageShape, toPdf, toView, type ViewPoint } from './page-geometry'

/** The upright box of a run on the shown page at scale 1, in CSS pixels. */
export type RunBox = { readonly run: TextRun; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Share of the font height that stands below the baseline. */
const DESCENT = 0.22

/** The box of each run, for finding the text nearest to a point. */
export function boxesOfRuns(runs: readonly TextRun[], shape: PageShape): readonly RunBox[] {
  return runs.map((run) => {
    const [, , x, y, advance, height, angle] = run
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
    return { run, left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  })
}

/** Where the text begins at the left, in CSS pixels at scale 1; infinite without runs. Makes no boxes: a page may have a hundred thousand runs. */
export function leftEdgeOfRuns(runs: readonly TextRun[], shape: PageShape): number {
  let edge = Number.POSITIVE_INFINITY
  for (const [, , x, y, advance, height, angle] of runs) {
    const turn = (angle * Math.PI) / 180
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    for (const along of [0, advance])
      for (const across of [-DESCENT * height, (1 - DESCENT) * height])
        edge = Math.min(edge, toView(shape, 1, x + along * cos - across * sin, y + along * sin + across * cos).x)
  }
  return edge
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

/**
 * The offset in the page's text of the gap between characters that is nearest to a point, within a run. Characters are as
 * wide as `quadsOfRanges` takes them, so that what is drawn ends where the pointer is.
 */
export function offsetInRun(text: string, run: TextRun, shape: PageShape, point: ViewPoint): number {
  const [start, end, x, y, advance, , angle, rtl] = run
  const at = toPdf(shape, 1, point)
  const turn = (angle * Math.PI) / 180
  const along = (at.x - x) * Math.cos(turn) + (at.y - y) * Math.sin(turn)
  const share = (rtl === 1 ? advance - along : along) / Math.max(0.01, advance)
  const shares = sharesOf(text.slice(start, end))
  let offset = 0
  while (offset < end - start && ((shares[offset] ?? 0) + (shares[offset + 1] ?? 1)) / 2 < share) offset += 1
  return start + offset
}
