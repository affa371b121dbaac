import type { Segment } from '@shared/annotations/segment'
import { boundsOf, type PdfRect, pdfRect } from '@shared/units/geometry'
import type { ExhibitReader } from './exhibit-readers'

/** Pixels a point, and at most so many pixels wide. */
const SCALE = 2
const MAX_WIDTH = 1400
/** What is shown of the page around a passage, along its lines and across them, points; and how long a strip is at least. */
const MARGIN = { along: 26, across: 17 }
const LEAST_LENGTH = 480

export type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number; readonly area: PdfRect }

/** The part of its page that a passage's picture shows, a strip along the lines; null where the passage has no place. */
function pictureArea(segment: Pick<Segment, 'quads' | 'pageBox' | 'rotation'>): PdfRect | null {
  const bounds = boundsOf(segment.quads)
  if (bounds === null) return null
  const [x0, y0, x1, y1] = segment.pageBox
  const level = segment.rotation === 0 || segment.rotation === 180
  const [left, right] = widened(bounds.left, bounds.right, x0, x1, level)
  const [bottom, top] = widened(bounds.bottom, bounds.top, y0, y1, !level)
  return right - left < 1 || top - bottom < 1 ? null : pdfRect(left, bottom, right, top)
}

/** A span with its margin, within the page; along the lines it is made at least LEAST_LENGTH long, where the page allows. */
function widened(from: number, to: number, least: number, most: number, along: boolean): readonly [number, number] {
  const margin = along ? Math.max(MARGIN.along, (LEAST_LENGTH - (to - from)) / 2) : MARGIN.across
  return [Math.max(least, from - margin), Math.min(most, to + margin)]
}

/** A PNG of a passage and what stands around it; null where it has no place on its page, or the page can't be drawn. */
export async function passagePicture(reader: Pick<ExhibitReader, 'picture'>, segment: Segment): Promise<Picture | null> {
  const area = pictureArea(segment)
  if (area === null) return null
  const level = segment.rotation === 0 || segment.rotation === 180
  const width = level ? area.right - area.left : area.top - area.bottom
  const bytes = await reader.picture(segment.pageIndex, area, Math.min(SCALE, MAX_WIDTH / width))
  if (bytes === null) return null
  return { bytes, ...pngSize(bytes), area }
}

/** Width and height in pixels from a PNG's IHDR chunk (PNG specification, 11.2.2). */
function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
