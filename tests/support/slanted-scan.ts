import { PDFDocument, degrees } from '@cantoo/pdf-lib'
import type { Page } from '@playwright/test'

/** A word as it is printed on the sheet: corners start-top, end-top, end-bottom, start-bottom, in points from the upper left corner of the page. */
export type PrintedWord = { readonly text: string; readonly corners: readonly (readonly [x: number, y: number])[] }

const [WIDTH, HEIGHT] = [612, 792]
/** Pixels a point: 300 dots an inch. */
const SCALE = 300 / 72
const SIZE = 12

/**
 * A synthetic scan: lines of print on one picture, a sheet that was fed crooked.
 * @param page a browser, whose canvas draws the picture
 * @param slant degrees counter-clockwise by which the print climbs
 * @param rotation the page's `/Rotate`: the picture then lies on its side in the file, and stands upright as readers show it
 */
export async function slantedScan(
  page: Page,
  lines: readonly string[],
  slant: number,
  rotation: 0 | 90 = 0,
): Promise<{ readonly bytes: Buffer; readonly words: readonly PrintedWord[] }> {
  const { base64, words } = await page.evaluate(
    ({ lines, turn, rotation, WIDTH, HEIGHT, SCALE, SIZE }) => {
      const lying = rotation === 90
      const canvas = new OffscreenCanvas(Math.round((lying ? HEIGHT : WIDTH) * SCALE), Math.round((lying ? WIDTH : HEIGHT) * SCALE))
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      // As shown the sheet is upright; a page that readers turn by 90 degrees clockwise holds it turned the other way.
      if (lying) {
        context.translate(0, canvas.height)
        context.rotate(-Math.PI / 2)
      }
      context.scale(SCALE, SCALE)
      context.translate(WIDTH / 2, HEIGHT / 2)
      context.rotate(-turn)
      context.translate(-WIDTH / 2, -HEIGHT / 2)
      context.fillStyle = '#000'
      context.font = `${SIZE}px serif`
      const onSheet = (x: number, y: number): readonly [number, number] => {
        const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2]
        return [WIDTH / 2 + dx * Math.cos(turn) + dy * Math.sin(turn), HEIGHT / 2 - dx * Math.sin(turn) + dy * Math.cos(turn)]
      }
      const words: { text: string; corners: (readonly [number, number])[] }[] = []
      lines.forEach((line, at) => {
        const y = 90 + at * 22
        context.fillText(line, 72, y)
        let before = ''
        for (const text of line.split(' ')) {
          const left = 72 + context.measureText(before).width
          before += `${text} `
          const right = left + context.measureText(text).width
          words.push({
            text,
            corners: [onSheet(left, y - SIZE * 0.7), onSheet(right, y - SIZE * 0.7), onSheet(right, y), onSheet(left, y)],
          })
        }
      })
      return canvas.convertToBlob({ type: 'image/png' }).then(
        (blob) =>
          new Promise<{ base64: string; words: typeof words }>((done) => {
            const reader = new FileReader()
            reader.onload = () => done({ base64: String(reader.result).split(',')[1] ?? '', words })
            reader.readAsDataURL(blob)
          }),
      )
    },
    { lines, turn: (slant * Math.PI) / 180, rotation, WIDTH, HEIGHT, SCALE, SIZE },
  )
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const picture = await pdf.embedPng(base64)
  const size: [number, number] = rotation === 90 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]
  const sheet = pdf.addPage(size)
  sheet.setRotation(degrees(rotation))
  sheet.drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] })
  return { bytes: Buffer.from(await pdf.save({ useObjectStreams: false })), words }
}
