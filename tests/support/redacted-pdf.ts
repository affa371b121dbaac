import { deflateSync } from 'node:zlib'
import {
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFString,
  rgb,
  StandardFonts,
  TextRenderingMode,
  popGraphicsState,
  pushGraphicsState,
  setTextRenderingMode,
} from '@cantoo/pdf-lib'

/** Names that lie under something on the pages of `redactedPdf`; none of them may ever come out of Vouch undecided. */
export const HIDDEN = {
  dark: 'Zephyrine Blackwood',
  light: 'Quillon Whitmore',
  mark: 'Ottoline Markham',
  unapplied: 'Isidora Pendant',
} as const

/**
 * A synthetic release of three pages, each of which says so: names under a black box, a white box, a black highlight and a redaction
 * that was never carried out; a table with codes and true boxes; and a scan with recognised words under its picture.
 */
export async function redactedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const write = (page: PDFPage, x: number, y: number, text: string): void => page.drawText(text, { x, y, size: 12, font })
  const width = (text: string): number => font.widthOfTextAtSize(text, 12)
  const sheet = (): PDFPage => {
    const page = pdf.addPage([612, 792])
    write(page, 72, 740, 'SYNTHETIC TEST DOCUMENT: nothing in it is real.')
    return page
  }
  const place = (before: string, y: number, name: string) => ({ x: 72 + width(before), y: y - 3, width: width(name), height: 15 })
  const lines = [
    ['The contract was signed by ', HIDDEN.dark, ' for the office.', 680],
    ['The invoice was approved by ', HIDDEN.light, ' in March.', 640],
    ['The complaint was filed by ', HIDDEN.mark, ' last year.', 600],
    ['The witness was named as ', HIDDEN.unapplied, ' in the notes.', 560],
  ] as const

  const first = sheet()
  for (const [before, name, after, y] of lines) write(first, 72, y, before + name + after)
  const [dark, light, mark, unapplied] = lines.map(([before, name, , y]) => place(before, y, name))
  if (dark === undefined || light === undefined || mark === undefined || unapplied === undefined) throw new Error('four lines')
  first.drawRectangle({ ...dark, color: rgb(0, 0, 0) })
  write(first, dark.x + dark.width + width(' for the office.') + 6, 680, '(b)(6)')
  first.drawRectangle({ ...light, color: rgb(1, 1, 1) })
  const corners = (r: typeof mark): number[] => [r.x, r.y + r.height, r.x + r.width, r.y + r.height, r.x, r.y, r.x + r.width, r.y]
  const rect = (r: typeof mark): number[] => [r.x, r.y, r.x + r.width, r.y + r.height]
  const annotations = [
    { Type: 'Annot', Subtype: 'Highlight', Rect: rect(mark), QuadPoints: corners(mark), C: [0, 0, 0], F: 4 },
    {
      Type: 'Annot',
      Subtype: 'Redact',
      Rect: rect(unapplied),
      QuadPoints: corners(unapplied),
      C: [1, 0, 0],
      F: 4,
      Contents: PDFString.of('not carried out'),
    },
  ]
  first.node.set(PDFName.of('Annots'), pdf.context.obj(annotations.map((annotation) => pdf.context.register(pdf.context.obj(annotation)))))

  const second = sheet()
  for (const [row, codes] of ['(b)(6), (b)(7)(C)', '(b)(7)(E)', '(b)(6), (b)(7)(C)', '(b)(4)'].entries()) {
    const y = 660 - row * 30
    write(second, 72, y, `Row ${row + 1}`)
    second.drawRectangle({ x: 150, y: y - 4, width: 200, height: 16, color: rgb(0, 0, 0) })
    write(second, 360, y, codes)
  }
  write(second, 72, 500, 'The clause at FAR 52.212-5(b)(7) and 5 U.S.C. 552(b)(6) are cited here.')

  const third = sheet()
  third.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible))
  write(third, 72, 600, 'These words were recognised under the picture of the scan.')
  third.pushOperators(popGraphicsState())
  third.drawImage(await pdf.embedPng(whitePng(400, 400)), { x: 36, y: 36, width: 540, height: 690 })
  return pdf.save()
}

/** A grey picture as PNG (ISO/IEC 15948), all one colour. */
function whitePng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const framed = Buffer.alloc(body.length + 8)
    framed.writeUInt32BE(data.length, 0)
    framed.set(body, 4)
    framed.writeUInt32BE(crc(body), body.length + 4)
    return framed
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 250)])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', new Uint8Array()),
  ])
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}
