import { pageIndex } from '@shared/units/pages'
import type { PdfReader } from '../pdf/pdf-reader'
import { encodePicture } from './encode-picture'
import { type KeptPicture, PICTURE_WIDTH } from './page-pictures'

/** Tallest thumbnail, pixels: a strip of a map must not become a picture of a hundred megabytes. */
const TALLEST = 640

/** Draws a page small. Null where pdf.js can't draw it. */
export async function paintThumbnail(
  reader: PdfReader,
  index: number,
): Promise<Pick<KeptPicture, 'data' | 'type' | 'width' | 'height'> | null> {
  const canvas = document.createElement('canvas')
  try {
    const full = await reader.viewport(pageIndex(index), 1)
    const scale = Math.min(PICTURE_WIDTH.small / full.width, TALLEST / full.height)
    const viewport = await reader.viewport(pageIndex(index), scale)
    canvas.width = Math.max(1, Math.round(viewport.width))
    canvas.height = Math.max(1, Math.round(viewport.height))
    const task = await reader.draw(pageIndex(index), canvas, viewport, { passing: true })
    await task.promise
    return await encodePicture(canvas, 'small')
  } catch (thrown) {
    // pdf.js throws errors of many kinds at damaged pages and at documents closed under it: there is no picture, the page itself says why.
    if (thrown instanceof Error) return null
    throw thrown
  } finally {
    canvas.width = 0
    canvas.height = 0
  }
}
