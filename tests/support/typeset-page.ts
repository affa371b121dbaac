import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { corpusBytes } from './corpus-pages'

/**
 * A real page typeset by TeX (the re-typeset Mueller report, printed page 11): its fonts map the ligatures ff and ffi to Unicode, and nothing else.
 * @param change what else their maps say
 */
export async function typesetPage(change: (map: string) => string = (map) => map): Promise<Uint8Array> {
  const source = await PDFDocument.load(corpusBytes('mueller-report-vol-1-retypeset.pdf'), { updateMetadata: false })
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const [page] = await pdf.copyPages(source, [17])
  if (page === undefined) throw new Error('no such page')
  pdf.addPage(page)
  await pdf.flush()
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    const stream = font instanceof PDFDict ? font.lookup(PDFName.of('ToUnicode')) : undefined
    if (!(font instanceof PDFDict) || !(stream instanceof PDFRawStream)) continue
    const map = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode())
    font.set(PDFName.of('ToUnicode'), pdf.context.register(pdf.context.flateStream(change(map))))
  }
  return pdf.save({ useObjectStreams: false })
}
