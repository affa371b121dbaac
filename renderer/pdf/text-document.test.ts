import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { expect, test, vi } from 'vitest'
import { hasCorpus, withPdf } from '../../tests/support/corpus-pages'
import { typesetPage } from '../../tests/support/typeset-page'
import { textDocumentOf } from './text-document'

async function document(words: string, pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let page = 0; page < pages; page += 1) pdf.addPage().drawText(words, { x: 72, y: 700, font })
  return pdf.save()
}

/** Which pages were read to find out, whether the file's bytes were asked for, and whether the text comes from another document. */
const lookInto = (bytes: Uint8Array, madeBy = '') =>
  withPdf(bytes, async (pdf) => {
    const asked = vi.fn<() => Promise<Uint8Array>>(async () => bytes)
    const beside: (() => Promise<void>)[] = []
    const found = await new Promise<{ readonly read: readonly number[]; readonly asked: number; readonly other: boolean }>((done, fail) => {
      const opened = (data: Uint8Array) =>
        new Promise<Awaited<ReturnType<Parameters<typeof textDocumentOf>[0]['openBeside']>>>((ready, broken) => {
          void withPdf(
            data,
            (other) =>
              new Promise<void>((close) => {
                const end = async (): Promise<void> => close()
                beside.push(end)
                ready({ pdf: other, close: end })
              }),
          ).catch(broken)
        })
      const readText = async (of: typeof pdf, index: number) => (await of.getPage(index + 1)).getTextContent()
      textDocumentOf({ pdf, size: bytes.length, madeBy, bytes: asked, readText, openBeside: opened }).then(
        (text) => done({ read: [...text.read.keys()], asked: asked.mock.calls.length, other: text.pdf !== pdf }),
        fail,
      )
    })
    await Promise.all(beside.map((close) => close()))
    return found
  })

test('a document whose sampled pages read as print does is not looked into, and what was read for that is handed on', async () => {
  expect(await lookInto(await document('Ordinary words.', 3))).toEqual({ read: [0, 1, 2], asked: 0, other: false })
  expect((await lookInto(await document('Ordinary words.', 40))).read).toEqual([0, 5, 10, 15, 20, 25, 30, 35])
})

test('characters that also stand in for others are looked into, and where the fonts are whole the text comes from the file', async () => {
  expect(await lookInto(await document('a \\ b {c}', 1))).toEqual({ read: [0], asked: 1, other: false })
  expect(await lookInto(await document('Ordinary words.', 1), 'LaTeX with hyperref package, pdfTeX-1.40.21')).toEqual({
    read: [],
    asked: 1,
    other: false,
  })
})

test.skipIf(!hasCorpus)(
  'where maps leave out glyphs the text comes from the completed copy (skipped where the corpus is not beside the project)',
  { timeout: 60_000 },
  async () => {
    expect(await lookInto(await typesetPage())).toEqual({ read: [], asked: 1, other: true })
  },
)
