import type { PdfRect } from '@shared/units/geometry'
import type { PDFPageProxy } from 'pdfjs-dist'

/** Pixels in a picture at most; a larger one is drawn smaller. */
const MAX_PIXELS = 16_000_000

/**
 * A PNG of part of a page, in a window or a worker, upright as a reader sees it. The same bytes and the same browser give the same picture.
 * @param area PDF user space, points; null for the whole page
 * @param scale pixels a point
 */
export async function pictureOf(page: PDFPageProxy, area: PdfRect | null, scale: number): Promise<Blob> {
  const [x0, y0, x1, y1] = area === null ? page.view : [area.left, area.bottom, area.right, area.top]
  const upright = page.getViewport({ scale: 1 })
  const [ax = 0, ay = 0] = upright.convertToViewportPoint(x0 ?? 0, y0 ?? 0)
  const [bx = 0, by = 0] = upright.convertToViewportPoint(x1 ?? 0, y1 ?? 0)
  const [left, top, width, height] = [Math.min(ax, bx), Math.min(ay, by), Math.abs(bx - ax), Math.abs(by - ay)]
  const fitted = Math.min(scale, Math.sqrt(MAX_PIXELS / Math.max(1, width * height)))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * fitted)), Math.max(1, Math.round(height * fitted)))
  const viewport = page.getViewport({ scale: fitted, offsetX: -left * fitted, offsetY: -top * fitted })
  // Drawing for print does not wait for animation frames, which a window in the background never gets.
  const parameters: Parameters<PDFPageProxy['render']>[0] = { canvas: null, viewport, intent: 'print' }
  // pdf.js's types know only the canvas of a page; its code draws on any.
  Reflect.set(parameters, 'canvas', canvas)
  await page.render(parameters).promise
  const picture = await canvas.convertToBlob({ type: 'image/png' })
  canvas.width = canvas.height = 0
  return picture
}
