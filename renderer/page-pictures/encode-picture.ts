import { type KeptPicture, PICTURE_WIDTH, type PictureSize } from './page-pictures'

/** WebP, because Chromium encodes it beside the window's thread; at these qualities print stays legible and a page takes 4 to 90 kB. */
const TYPE = 'image/webp'
const QUALITY: Readonly<Record<PictureSize, number>> = { small: 0.6, readable: 0.75 }

/** A drawn page as a picture of a size; null where the canvas gives none (it was freed, or the browser is out of memory). */
export async function encodePicture(
  drawn: HTMLCanvasElement,
  size: PictureSize,
): Promise<Pick<KeptPicture, 'data' | 'type' | 'width' | 'height'> | null> {
  if (drawn.width === 0 || drawn.height === 0) return null
  const width = Math.min(PICTURE_WIDTH[size], drawn.width)
  const height = Math.max(1, Math.round((drawn.height * width) / drawn.width))
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(drawn, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, TYPE, QUALITY[size]))
  canvas.width = 0
  canvas.height = 0
  return blob === null ? null : { data: new Uint8Array(await blob.arrayBuffer()), type: blob.type, width, height }
}
