// A PDF whose sheets went through the scanner crooked.
import { PDFDocument, degrees } from '@cantoo/pdf-lib'

/**
 * The pages of a PDF as they come out of a scanner into which they were fed crooked: turned about their middle on sheets of their own size, what
 * sticks out cut off, white in the corners.
 * @param {Uint8Array} bytes
 * @param {number} slant degrees counter-clockwise
 * @param {readonly number[]} [numbers] of the pages that are wanted, from 1; all when left out
 * @returns {Promise<Uint8Array>}
 */
export async function slantedPdf(bytes, slant, numbers) {
  const source = await PDFDocument.load(bytes, { updateMetadata: false })
  const target = await PDFDocument.create({ updateMetadata: false })
  const [cos, sin] = [Math.cos((slant * Math.PI) / 180), Math.sin((slant * Math.PI) / 180)]
  for (const number of numbers ?? source.getPageIndices().map((index) => index + 1)) {
    const original = source.getPage(number - 1)
    const { x, y, width, height } = original.getMediaBox()
    const content = await target.embedPage(original, { left: x, bottom: y, right: x + width, top: y + height })
    const sheet = target.addPage([width, height])
    sheet.setRotation(original.getRotation())
    sheet.drawPage(content, {
      x: width / 2 - (width / 2) * cos + (height / 2) * sin,
      y: height / 2 - (width / 2) * sin - (height / 2) * cos,
      rotate: degrees(slant),
    })
  }
  return target.save({ useObjectStreams: false })
}
