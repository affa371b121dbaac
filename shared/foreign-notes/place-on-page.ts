import type { Page } from '../documents/page'
import { pdfRect, type Quad, quadOfRect } from '../units/geometry'
import type { NotePlace } from './foreign-note'

/** Where a place lies in PDF user space, as quads. A rectangle of the page as it is shown turns with the page. */
export function quadsOnPage(place: NotePlace, { box, rotation }: Pick<Page, 'box' | 'rotation'>): readonly Quad[] {
  if (place.in === 'quads') return place.quads
  const [x0, y0, x1, y1] = box
  const [width, height] = [x1 - x0, y1 - y0]
  const turned = rotation === 90 || rotation === 270
  const [shownWidth, shownHeight] = place.in === 'shares' ? [1, 1] : turned ? [height, width] : [width, height]
  /** A point of the page as it is shown, in shares from its upper left corner. */
  const pointOf = (u: number, v: number): readonly [x: number, y: number] => {
    if (rotation === 90) return [x0 + v * width, y0 + u * height]
    if (rotation === 180) return [x1 - u * width, y0 + v * height]
    if (rotation === 270) return [x1 - v * width, y1 - u * height]
    return [x0 + u * width, y1 - v * height]
  }
  const [ax, ay] = pointOf(place.left / shownWidth, place.top / shownHeight)
  const [bx, by] = pointOf(place.right / shownWidth, place.bottom / shownHeight)
  return [quadOfRect(pdfRect(ax, ay, bx, by))]
}
