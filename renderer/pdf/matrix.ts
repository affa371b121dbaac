import { type PdfRect, pdfRect } from '@shared/units/geometry'

/** a b c d e f, as the `cm` operator has it (ISO 32000-1, 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number]
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The six numbers of a matrix in an operator's arguments, plain or in a typed array; null where there are none. */
export function matrixOf(value: unknown): Matrix | null {
  const items: readonly unknown[] = Array.isArray(value) ? value : ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : []
  const [a, b, c, d, e, f] = items.length === 1 ? [...(matrixOf(items[0]) ?? [])] : items
  return typeof a === 'number' &&
    typeof b === 'number' &&
    typeof c === 'number' &&
    typeof d === 'number' &&
    typeof e === 'number' &&
    typeof f === 'number'
    ? [a, b, c, d, e, f]
    : null
}

/** The matrix that does `b` first and then `a`. */
export const multiply = (a: Matrix, b: Matrix): Matrix => [
  b[0] * a[0] + b[1] * a[2],
  b[0] * a[1] + b[1] * a[3],
  b[2] * a[0] + b[3] * a[2],
  b[2] * a[1] + b[3] * a[3],
  b[4] * a[0] + b[5] * a[2] + a[4],
  b[4] * a[1] + b[5] * a[3] + a[5],
]

/** Where a matrix takes a point (ISO 32000-2, 8.3.4). */
export const point = (m: Matrix, x: number, y: number): readonly [number, number] => [
  x * m[0] + y * m[2] + m[4],
  x * m[1] + y * m[3] + m[5],
]

/** The upright rectangle around a rectangle (x0 y0 x1 y1) under a matrix. */
export function place([x0, y0, x1, y1]: readonly [number, number, number, number], m: Matrix): PdfRect {
  const corners = [point(m, x0, y0), point(m, x1, y0), point(m, x0, y1), point(m, x1, y1)]
  return pdfRect(
    Math.min(...corners.map(([x]) => x)),
    Math.min(...corners.map(([, y]) => y)),
    Math.max(...corners.map(([x]) => x)),
    Math.max(...corners.map(([, y]) => y)),
  )
}
