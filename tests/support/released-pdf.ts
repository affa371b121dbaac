import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib'

/** A line of a page: words, or a black bar where words were withheld. */
export type ReleasedLine = string | { readonly bar: number }

/** A small release, one list of lines a page. Synthetic, and says so on each of its pages. */
export async function releasedPdf(pages: readonly (readonly ReleasedLine[])[]): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  for (const lines of pages) {
    const page = pdf.addPage([612, 792])
    page.drawText('SYNTHETIC TEST DOCUMENT', { x: 72, y: 750, size: 9, font })
    lines.forEach((line, at) => {
      const y = 700 - at * 22
      if (typeof line === 'string') page.drawText(line, { x: 72, y, size: 12, font })
      else page.drawRectangle({ x: 72, y: y - 3, width: line.bar, height: 14, color: rgb(0, 0, 0) })
    })
  }
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}
