import { type PdfRect, pdfRect } from '@shared/units/geometry'
import { type Matrix, point } from './matrix'

/** pdf.js's codes within a path's data (`DrawOPS`). */
const [MOVE, LINE, CURVE, QUADRATIC] = [0, 1, 2, 3]
/** Share of its bounds that an outline must fill to count as a box; rounded corners may be missing. */
const FILLS = 0.9
/** The same for a clip, whose round corners matter less. */
const CLIP_FILLS = 0.5
/** Thinnest stroke that hides print, points. */
const LEAST_STROKE = 4

type Point = readonly [number, number]

/** The ends of each outline of a path, in page coordinates. */
function outlinesOf(path: readonly number[], m: Matrix): readonly (readonly Point[])[] {
  const outlines: Point[][] = []
  for (let at = 0; at < path.length;) {
    const code = path[at]
    const to = (skip: number): void => void outlines.at(-1)?.push(point(m, path[at + 1 + skip] ?? 0, path[at + 2 + skip] ?? 0))
    if (code === MOVE) {
      outlines.push([])
      to(0)
      at += 3
    } else if (code === LINE) {
      to(0)
      at += 3
    } else if (code === CURVE) {
      to(4)
      at += 7
    } else if (code === QUADRATIC) {
      to(2)
      at += 5
    } else at += 1
  }
  return outlines
}

function boundsOf(points: readonly Point[]): PdfRect {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return pdfRect(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
}

/** Twice the signed area of a polygon, by Gauss's formula. */
const twiceArea = (points: readonly Point[]): number =>
  points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)

/** The upright boxes among the outlines of a filled path. */
export function rectanglesOf(path: readonly number[], m: Matrix): readonly PdfRect[] {
  return outlinesOf(path, m).flatMap((points) => {
    if (points.length < 4 || points.length > 40) return []
    const bounds = boundsOf(points)
    const whole = (bounds.right - bounds.left) * (bounds.top - bounds.bottom)
    return whole > 0 && Math.abs(twiceArea(points)) / 2 >= FILLS * whole ? [bounds] : []
  })
}

/** The box that a clipping path leaves open; null where it is no box, as a frame around another box is none. */
export function clipArea(path: readonly number[], m: Matrix): PdfRect | null {
  const outlines = outlinesOf(path, m).filter((points) => points.length > 2)
  if (outlines.length === 0) return pdfRect(0, 0, 0, 0)
  const bounds = boundsOf(outlines.flat())
  const open = outlines.reduce((sum, points) => sum + Math.abs(twiceArea(points)) / 2, 0)
  const whole = (bounds.right - bounds.left) * (bounds.top - bounds.bottom)
  const nested = outlines.length > 1 && open > 1.01 * whole
  return open >= CLIP_FILLS * whole && !nested ? bounds : null
}

/** The bars that thick straight strokes paint: a pen or a marker drawn over words. */
export function strokedBars(path: readonly number[], m: Matrix, lineWidth: number): readonly PdfRect[] {
  const width = lineWidth * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]))
  if (width < LEAST_STROKE) return []
  return outlinesOf(path, m).flatMap((points) => {
    const { left, right, bottom, top } = boundsOf(points)
    if (points.length < 2) return []
    if (top - bottom < 0.5 * width) return [pdfRect(left, bottom - width / 2, right, top + width / 2)]
    return right - left < 0.5 * width ? [pdfRect(left - width / 2, bottom, right + width / 2, top)] : []
  })
}
