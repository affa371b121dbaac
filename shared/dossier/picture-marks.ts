import type { Segment } from '../annotations/segment'
import { type PdfRect, uprightPieces } from '../units/geometry'
import type { PictureMark } from './dossier-tree'

const tidy = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10000) / 10000

/**
 * Where a passage's lines stand in its picture. The picture shows `area` (PDF user space) upright as a reader sees the page,
 * so the page's rotation (degrees clockwise) turns the shares.
 */
export function marksInPicture(segment: Pick<Segment, 'quads' | 'rotation'>, area: PdfRect): readonly PictureMark[] {
  const [width, height] = [area.right - area.left, area.top - area.bottom]
  if (width <= 0 || height <= 0) return []
  const turned = (u: number, v: number): readonly [number, number] =>
    segment.rotation === 90 ? [1 - v, u] : segment.rotation === 180 ? [1 - u, 1 - v] : segment.rotation === 270 ? [v, 1 - u] : [u, v]
  return segment.quads.flatMap(uprightPieces).map((line) => {
    const [ax, ay] = turned((line.left - area.left) / width, (area.top - line.top) / height)
    const [bx, by] = turned((line.right - area.left) / width, (area.top - line.bottom) / height)
    const [left, top] = [tidy(Math.min(ax, bx)), tidy(Math.min(ay, by))]
    return { left, top, width: tidy(tidy(Math.max(ax, bx)) - left), height: tidy(tidy(Math.max(ay, by)) - top) }
  })
}
