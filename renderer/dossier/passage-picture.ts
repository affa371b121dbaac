import type { Segment } from '@shared/annotations/segment'
import { boundsOf, type PdfRect, pdfRect } from '@shared/units/geometry'
import type { PdfReader } from '../pdf/pdf-reader'

/** Pixels a point, and at most so many pixels wide. */
const SCALE = 2
const MAX_WIDTH = 1400
/** What is shown around a passage, points. */
const MARGIN = { x: 14, y: 8 }

export type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/** The part of its page that a passage's picture shows; null where the passage has no place. */
export function pictureArea(segment: Pick<Segment, 'quads' | 'pageBox'>): PdfRect | null {
  const bounds = boundsOf(segment.quads)
  if (bounds === null) return null
  const [x0, y0, x1, y1] = segment.pageBox
  const area = pdfRect(Math.max(x0, bounds.left - MARGIN.x), Math.max(y0, bounds.bottom - MARGIN.y), Math.min(x1, bounds.right + MARGIN.x), Math.min(y1, bounds.top + MARGIN.y))
  return area.right - area.left < 1 || area.top - area.bottom < 1 ? null : area
}

/** A PNG of a passage with a margin around it; null where it has no place on its page. */
export async function passagePicture(reader: PdfReader, segment: Segment): Promise<Picture | null> {
  const area = pictureArea(segment)
  if (area === null) return null
  const upright = segment.rotation === 0 || segment.rotation === 180
  const width = upright ? area.right - area.left : area.top - area.bottom
  const blob = await reader.picture(segment.pageIndex, area, Math.min(SCALE, MAX_WIDTH / width))
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return { bytes, ...pngSize(bytes) }
}

/** Width and height in pixels from a PNG's IHDR chunk (PNG specification, 11.2.2). */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
