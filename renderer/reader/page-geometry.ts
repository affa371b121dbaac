import type { Page } from '@shared/documents/page'
import {
  type PageRotation,
  type PdfPoint,
  type PdfRect,
  type Quad,
  type ViewRect,
  pdfPoint,
  pdfRect,
  viewRect,
} from '@shared/units/geometry'

/** What the place of a point on the shown page depends on. */
export type PageShape = Pick<Page, 'box' | 'rotation' | 'userUnit'>
/** A point in CSS pixels from the upper left corner of the shown page. */
export type ViewPoint = { readonly x: number; readonly y: number }

/** A page as shown, turned further by the researcher. */
export const turned = (shape: PageShape, turn: PageRotation): PageShape =>
  turn === 0 ? shape : { ...shape, rotation: ((shape.rotation + turn) % 360) as PageRotation }

/** Width and height of a page as it is shown, in CSS pixels; at scale 1 a point is a pixel. */
export function shownSize(shape: PageShape, scale: number): { readonly width: number; readonly height: number } {
  const [x0, y0, x1, y1] = shape.box
  const [across, up] = [(x1 - x0) * shape.userUnit * scale, (y1 - y0) * shape.userUnit * scale]
  return shape.rotation === 90 || shape.rotation === 270 ? { width: up, height: across } : { width: across, height: up }
}

/** PDF user space to the shown page: the box's offset, `/Rotate`, user unit and zoom (ISO 32000-2, 8.3.2.3 and 14.11.2). */
export function toView(shape: PageShape, scale: number, x: number, y: number): ViewPoint {
  const [x0, y0, x1, y1] = shape.box
  const s = scale * shape.userUnit
  switch (shape.rotation) {
    case 0:
      return { x: (x - x0) * s, y: (y1 - y) * s }
    case 90:
      return { x: (y - y0) * s, y: (x - x0) * s }
    case 180:
      return { x: (x1 - x) * s, y: (y - y0) * s }
    case 270:
      return { x: (y1 - y) * s, y: (x1 - x) * s }
  }
}

/** The inverse of `toView`. */
export function toPdf(shape: PageShape, scale: number, point: ViewPoint): PdfPoint {
  const [x0, y0, x1, y1] = shape.box
  const s = scale * shape.userUnit
  const [x, y] = [point.x / s, point.y / s]
  switch (shape.rotation) {
    case 0:
      return pdfPoint(x0 + x, y1 - y)
    case 90:
      return pdfPoint(x0 + y, y0 + x)
    case 180:
      return pdfPoint(x1 - x, y0 + y)
    case 270:
      return pdfPoint(x1 - y, y1 - x)
  }
}

/** The upright rectangle on the shown page that encloses a quad, in CSS pixels. */
export function quadOnView(shape: PageShape, scale: number, q: Quad): ViewRect {
  const corners = [
    toView(shape, scale, q[0], q[1]),
    toView(shape, scale, q[2], q[3]),
    toView(shape, scale, q[4], q[5]),
    toView(shape, scale, q[6], q[7]),
  ]
  const xs = corners.map((corner) => corner.x)
  const ys = corners.map((corner) => corner.y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return viewRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top)
}

/** A rectangle drawn on the shown page, in PDF user space. */
export function rectToPdf(shape: PageShape, scale: number, rect: ViewRect): PdfRect {
  const a = toPdf(shape, scale, rect)
  const b = toPdf(shape, scale, { x: rect.x + rect.width, y: rect.y + rect.height })
  return pdfRect(a.x, a.y, b.x, b.y)
}

/**
 * The outlines of quads as one SVG path in the page's view space at scale 1, so that zooming does not change it.
 * Each quad becomes a closed four-sided figure; corners go round it, not across.
 */
export function pathOfQuads(shape: PageShape, quads: readonly Quad[]): string {
  const at = (x: number, y: number): string => {
    const point = toView(shape, 1, x, y)
    return `${point.x.toFixed(2)} ${point.y.toFixed(2)}`
  }
  return quads.map((q) => `M${at(q[0], q[1])}L${at(q[2], q[3])}L${at(q[6], q[7])}L${at(q[4], q[5])}Z`).join('')
}

/**
 * The outline of a quad with room around it, as an SVG path in the page's view space at scale 1: it follows the line, however that is slanted.
 * @param around room on each side, pixels at scale 1
 */
export function outlineOfQuad(shape: PageShape, q: Quad, around: number): string {
  const [a, b, c, d] = [
    toView(shape, 1, q[0], q[1]),
    toView(shape, 1, q[2], q[3]),
    toView(shape, 1, q[4], q[5]),
    toView(shape, 1, q[6], q[7]),
  ]
  const [along, down] = [stepOf(a, b, around), stepOf(a, c, around)]
  const corner = (point: ViewPoint, across: 1 | -1, below: 1 | -1): string =>
    `${(point.x + across * along.x + below * down.x).toFixed(2)} ${(point.y + across * along.y + below * down.y).toFixed(2)}`
  return `M${corner(a, -1, -1)}L${corner(b, 1, -1)}L${corner(d, 1, 1)}L${corner(c, -1, 1)}Z`
}

/** Where a quad lies as an element is placed: CSS pixels from the upper left corner of the shown page, turned about its own upper left corner. */
export function placeOfQuad(
  shape: PageShape,
  scale: number,
  q: Quad,
): {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly rotate: string
  readonly transformOrigin: string
} {
  const [a, b, c] = [toView(shape, scale, q[0], q[1]), toView(shape, scale, q[2], q[3]), toView(shape, scale, q[4], q[5])]
  return {
    left: a.x,
    top: a.y,
    width: Math.hypot(b.x - a.x, b.y - a.y),
    height: Math.hypot(c.x - a.x, c.y - a.y),
    rotate: `${Math.atan2(b.y - a.y, b.x - a.x)}rad`,
    transformOrigin: '0 0',
  }
}

/** The way from one point towards another, so long; none between points that are the same. */
function stepOf(from: ViewPoint, to: ViewPoint, length: number): ViewPoint {
  const [x, y] = [to.x - from.x, to.y - from.y]
  const far = Math.hypot(x, y)
  return far === 0 ? { x: 0, y: 0 } : { x: (x / far) * length, y: (y / far) * length }
}
