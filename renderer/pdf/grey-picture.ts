import type { PageRotation } from '@shared/units/geometry'
import type { PDFPageProxy } from 'pdfjs-dist'

/** A page in greys, one byte a pixel, row by row from the top. */
export type GreyPicture = { readonly width: number; readonly height: number; readonly greys: Uint8Array<ArrayBuffer> }

/** Pixels in a picture at most; a larger sheet is drawn at fewer dots an inch. */
const MOST_PIXELS = 14_000_000

/**
 * Draws a whole page in greys, as a reader shows it and then turned, for a program that reads letters. Made for workers.
 * @param dotsPerInch of paper
 * @param turned degrees clockwise
 */
export async function greyPictureOf(page: PDFPageProxy, dotsPerInch: number, turned: PageRotation): Promise<GreyPicture> {
  const rotation = (page.rotate + turned) % 360
  const plain = page.getViewport({ scale: 1, rotation })
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(MOST_PIXELS / Math.max(1, plain.width * plain.height)))
  const viewport = page.getViewport({ scale, rotation })
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))]
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (context === null) throw new Error('there is no canvas to draw on')
  // pdf.js's types know only the canvas of a page; its code draws on any.
  const parameters: Parameters<PDFPageProxy['render']>[0] = { canvas: null, viewport, intent: 'print' }
  Reflect.set(parameters, 'canvas', canvas)
  await page.render(parameters).promise
  const { data } = context.getImageData(0, 0, width, height)
  canvas.width = canvas.height = 0
  return { width, height, greys: greysOf(data) }
}

/** Luma of each pixel (ITU-R BT.601), in whole numbers. */
function greysOf(rgba: Uint8ClampedArray): Uint8Array<ArrayBuffer> {
  const greys = new Uint8Array(rgba.length / 4)
  for (let at = 0, from = 0; at < greys.length; at += 1, from += 4)
    greys[at] = ((rgba[from] ?? 0) * 77 + (rgba[from + 1] ?? 0) * 150 + (rgba[from + 2] ?? 0) * 29) >> 8
  return greys
}

const WHITE = 255

/** The picture with white around it, pixels on either side and above and below. */
export function withMargins({ width, height, greys }: GreyPicture, beside: number, above: number): GreyPicture {
  const wide = width + 2 * beside
  const around = new Uint8Array(wide * (height + 2 * above)).fill(WHITE)
  for (let row = 0; row < height; row += 1) around.set(greys.subarray(row * width, (row + 1) * width), (row + above) * wide + beside)
  return { width: wide, height: height + 2 * above, greys: around }
}

/** Difference of two neighbouring pixels that counts as the edge of a letter. */
export const EDGE = 64

/** The half of a picture's height that has the most edges in its rows: where most of the print stands. */
export function busiestHalf({ width, height, greys }: GreyPicture): GreyPicture {
  const rows = Math.ceil(height / 2)
  const edges = new Uint32Array(height + 1)
  for (let row = 0; row < height; row += 1) {
    let inRow = 0
    for (let at = row * width + 1; at < (row + 1) * width; at += 1) if (Math.abs((greys[at] ?? 0) - (greys[at - 1] ?? 0)) > EDGE) inRow += 1
    edges[row + 1] = (edges[row] ?? 0) + inRow
  }
  const within = (row: number): number => (edges[row + rows] ?? 0) - (edges[row] ?? 0)
  let best = 0
  for (let row = 1; row + rows <= height; row += 1) if (within(row) > within(best)) best = row
  return { width, height: rows, greys: greys.subarray(best * width, (best + rows) * width) }
}

/** The picture made smaller by a whole number: each pixel is the mean of a square of pixels. */
export function coarser({ width, height, greys }: GreyPicture, by: number): GreyPicture {
  const [across, down] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))]
  const coarse = new Uint8Array(across * down)
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let sum = 0
      for (let y = row * by; y < (row + 1) * by; y += 1)
        for (let x = column * by; x < (column + 1) * by; x += 1) sum += greys[y * width + x] ?? WHITE
      coarse[row * across + column] = sum / (by * by)
    }
  }
  return { width: across, height: down, greys: coarse }
}
