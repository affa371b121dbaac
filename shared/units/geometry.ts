import { z } from 'zod'
import type { Branded } from './branded'

/** A point in PDF user space: points (1/72 inch) of the page before rotation, origin as the page's boxes have it, y upwards. */
export type PdfPoint = Branded<{ readonly x: number; readonly y: number }, 'pdf-space'>
/** A rectangle in PDF user space, in points: left <= right, bottom <= top. */
export type PdfRect = Branded<{ readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }, 'pdf-space'>
/** A rectangle in CSS pixels from the upper left corner of a page as it is shown (zoomed and turned). */
export type ViewRect = Branded<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }, 'view-space'>
/** Degrees clockwise by which a page is turned for display: the page's `/Rotate`. */
export type PageRotation = 0 | 90 | 180 | 270

/**
 * Four corners of a piece of text in PDF user space (points), as a PDF's `/QuadPoints` means them but in reading order:
 * start-top, end-top, start-bottom, end-bottom, where start and end follow the writing direction.
 * Order: x1 y1 x2 y2 x3 y3 x4 y4.
 */
export type Quad = Branded<readonly [number, number, number, number, number, number, number, number], 'pdf-quad'>

const n = z.number()
/** Corners in the order of `Quad`, rounded to hundredths of a point. */
export const quadSchema = z
  .tuple([n, n, n, n, n, n, n, n])
  .readonly()
  .transform((value) => value as unknown as Quad)
/** A rectangle of a page, in points rounded to hundredths, whichever corners are given. */
export const pdfRectSchema = z
  .object({ left: n, bottom: n, right: n, top: n })
  .readonly()
  .transform((value) => value as unknown as PdfRect)
export const pageRotationSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])

/** Rounds to hundredths of a point: finer than any printer, and stable when a record is written and read again. */
const round = (value: number): number => Math.round(value * 100) / 100

/** A point of a page, in points. */
export const pdfPoint = (x: number, y: number): PdfPoint => ({ x, y }) as PdfPoint
export const pdfRect = (left: number, bottom: number, right: number, top: number): PdfRect =>
  ({
    left: round(Math.min(left, right)),
    bottom: round(Math.min(bottom, top)),
    right: round(Math.max(left, right)),
    top: round(Math.max(bottom, top)),
  }) as PdfRect
/** A rectangle of a page as it is shown, in CSS pixels. */
export const viewRect = (x: number, y: number, width: number, height: number): ViewRect => ({ x, y, width, height }) as ViewRect
export const quad = (...corners: readonly [number, number, number, number, number, number, number, number]): Quad =>
  corners.map(round) as unknown as Quad

/** The smallest upright rectangle around the quads; null when there are none. */
export function boundsOf(quads: readonly Quad[]): PdfRect | null {
  if (quads.length === 0) return null
  const xs = quads.flatMap((q) => [q[0], q[2], q[4], q[6]])
  const ys = quads.flatMap((q) => [q[1], q[3], q[5], q[7]])
  return pdfRect(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
}

/** The quad of an upright rectangle. */
export const quadOfRect = (r: PdfRect): Quad => quad(r.left, r.top, r.right, r.top, r.left, r.bottom, r.right, r.bottom)

/** Share of a line's height by which it may climb within one piece. */
const CLIMB = 0.2
const MOST_PIECES = 100

/**
 * Upright rectangles that together cover a line of print: one for a level or upright line; for a slanted one, whose enclosing rectangle would take
 * in its neighbours, steps that follow it.
 */
export function uprightPieces(q: Quad): readonly PdfRect[] {
  const middle = { x: (q[0] + q[4]) / 2, y: (q[1] + q[5]) / 2 }
  const [dx, dy] = [(q[2] + q[6]) / 2 - middle.x, (q[3] + q[7]) / 2 - middle.y]
  const level = Math.abs(dx) >= Math.abs(dy)
  const half = level ? Math.abs(q[1] - middle.y) : Math.abs(q[0] - middle.x)
  const climb = level ? Math.abs(dy) : Math.abs(dx)
  const count = half === 0 ? 1 : Math.min(MOST_PIECES, Math.ceil(climb / (2 * half * CLIMB)))
  if (count <= 1) {
    const whole = boundsOf([q])
    return whole === null ? [] : [whole]
  }
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [at / count, (at + 1) / count]
    const centre = (from + to) / 2
    return level
      ? pdfRect(middle.x + dx * from, middle.y + dy * centre - half, middle.x + dx * to, middle.y + dy * centre + half)
      : pdfRect(middle.x + dx * centre - half, middle.y + dy * from, middle.x + dx * centre + half, middle.y + dy * to)
  })
}
