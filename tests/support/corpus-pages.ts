import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPageText, type TextItem } from '@shared/anchoring/page-text'
import type { ExtractedPage } from '@shared/documents/page'
import type { PageRotation } from '@shared/units/geometry'
import { pageIndex, pageLabel } from '@shared/units/pages'
import type { PDFDocumentProxy } from 'pdfjs-dist'

const CORPUS = join(import.meta.dirname, '../../../shared/corpus')

/** Whether the real documents lie beside the project; tests that need them say so where they do not. */
export const hasCorpus = existsSync(join(CORPUS, 'manifest.json'))

export const corpusBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(CORPUS, name)))

/** The pages of a real document as import keeps them, read by pdf.js's build for Node. */
export async function corpusPages(name: string): Promise<readonly ExtractedPage[]> {
  return pagesOfPdf(corpusBytes(name))
}

/** pdf.js as Node can run it: what Node 20 lacks is put in before its module is read. */
async function pdfjsInNode(): Promise<typeof import('pdfjs-dist')> {
  if (!('withResolvers' in Promise)) {
    Object.assign(Promise, {
      withResolvers() {
        const parts: { resolve?: unknown; reject?: unknown } = {}
        const promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
        return { promise, ...parts }
      },
    })
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** Opens a PDF with pdf.js's build for Node and closes it again. */
export async function withPdf<Answer>(bytes: Uint8Array, use: (pdf: PDFDocumentProxy) => Promise<Answer>): Promise<Answer> {
  const { getDocument, VerbosityLevel } = await pdfjsInNode()
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, disableFontFace: true, verbosity: VerbosityLevel.ERRORS })
  try {
    return await use(await task.promise)
  } finally {
    await task.destroy()
  }
}

/** The pages of a PDF, as `corpusPages` reads them. */
export const pagesOfPdf = (bytes: Uint8Array): Promise<readonly ExtractedPage[]> => withPdf(bytes, pagesOf)

async function pagesOf(pdf: PDFDocumentProxy): Promise<readonly ExtractedPage[]> {
  const labels = await pdf.getPageLabels()
  const pages: ExtractedPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ disableNormalization: false, includeMarkedContent: false })
    const label = labels?.[number - 1]?.trim()
    const [x0 = 0, y0 = 0, x1 = 612, y1 = 792] = page.view
    const text = buildPageText(
      content.items.filter((item): item is typeof item & TextItem => 'str' in item),
      content.styles,
    )
    pages.push({
      page: {
        index: pageIndex(number - 1),
        label: label ? pageLabel(label) : null,
        box: [x0, y0, x1, y1],
        rotation: page.rotate as PageRotation,
        userUnit: page.userUnit,
        content: text.text.trim() === '' ? 'empty' : 'text',
      },
      text,
    })
  }
  return pages
}
