import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { TextContent } from 'pdfjs-dist/types/src/display/api'
import { withCompleteMaps } from './complete-maps'

/** Pages whose text is looked at, spread over the document. */
const SAMPLED = 8
/** Larger files are read as they are. */
const MOST_BYTES = 64 * 1024 * 1024
/** What codes without a character come out as, where typesetters put quotation marks, dashes and ligatures: `\`, `{`, a bar between letters, control characters. */
const STRAY = /[\\{]|\p{L}\|\p{L}|(?![\t\n\v\f\r])\p{Cc}/u
/** Programs whose fonts have encodings of their own, by the names that they put into `/Producer` or `/Creator`. */
const TYPESETTER = /tex\b|dvips|dvipdf/i

type TextDocumentParts = {
  readonly pdf: PDFDocumentProxy
  readonly size: number
  /** What the file says of the programs that made it. */
  readonly madeBy: string
  /** The bytes of the file; null where they can't be read. */
  readonly bytes: () => Promise<Uint8Array | null>
  readonly readText: (pdf: PDFDocumentProxy, index: number) => Promise<TextContent>
  /** Opens a PDF beside the document, which is closed with it. */
  readonly openBeside: (bytes: Uint8Array) => Promise<{ readonly pdf: PDFDocumentProxy; close(): Promise<void> }>
}

/** The document from which text is read, and the text of a page where finding it out has read that already. */
export type TextDocument = { readonly pdf: PDFDocumentProxy; readonly read: ReadonlyMap<number, TextContent> }

/**
 * The document from which text is read: the file itself, or the same with the maps of its fonts completed (`withCompleteMaps`). Asked once a
 * document. Only documents that were made by TeX, or whose sampled pages show characters as incomplete maps give them, are looked into.
 */
export async function textDocumentOf({ pdf, size, madeBy, bytes, readText, openBeside }: TextDocumentParts): Promise<TextDocument> {
  const read = new Map<number, TextContent>()
  const asItIs = { pdf, read }
  if (size > MOST_BYTES) return asItIs
  const typeset = TYPESETTER.test(madeBy)
  for (const index of typeset ? [] : sampleOf(pdf.numPages)) {
    const content = await readText(pdf, index).catch(() => null)
    if (content !== null) read.set(index, content)
  }
  const strays = [...read.values()].some(({ items }) => items.some((item) => 'str' in item && STRAY.test(item.str)))
  const original = typeset || strays ? await bytes() : null
  if (original === null) return asItIs
  // Whatever an odd font makes the programs throw: the document is then read as it is.
  const whole = await completed(original, openBeside).catch(() => null)
  return whole === null ? asItIs : { pdf: whole, read: new Map() }
}

async function completed(original: Uint8Array, openBeside: TextDocumentParts['openBeside']): Promise<PDFDocumentProxy | null> {
  const bytes = await withCompleteMaps(original, async (probe, use) => {
    const opened = await openBeside(probe)
    try {
      return await use(opened.pdf)
    } finally {
      await opened.close()
    }
  })
  return bytes === null ? null : (await openBeside(bytes)).pdf
}

function sampleOf(pageCount: number): readonly number[] {
  const count = Math.min(SAMPLED, pageCount)
  return Array.from({ length: count }, (_, at) => Math.floor((at * pageCount) / count))
}
