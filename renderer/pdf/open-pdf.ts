import { HEADER_REACH, looksLikePdf } from '@shared/documents/media-of-bytes'
import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { type PageIndex, pageNumberOf } from '@shared/units/pages'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { BlobRange } from './blob-range'
import { readFacts, readOutline } from './document-facts'
import { greyPictureOf } from './grey-picture'
import { readAttachment, readDocumentParts } from './document-parts'
import { readLinks } from './page-links'
import { readMarks } from './page-marks'
import { pictureOf } from './page-picture'
import { readDarkAreas, readPaintedPage } from './examine-page'
import { bytesUnreadable, emptyFile, notAPdf, problemOfOpening, readCancelled } from './pdf-problems'
import type { PdfReader } from './pdf-reader'
import { beginOpening, documentSettings, type PdfEngine, pdfjs, windowEngine } from './pdfjs'
import { extractPage, isScan, readText, textStartsOf, unreadablePage } from './read-page'
import { probeForScans } from './scan-probe'
import { type TextDocument, textDocumentOf } from './text-document'

/** Files up to this many bytes are handed to pdf.js whole; larger ones are read by range. */
const WHOLE_UP_TO = 8 * 1024 * 1024
const RANGE_BYTES = 256 * 1024
/** With `textOnly`, images of more pixels are not decoded. */
const TEXT_ONLY_PIXELS = 256 * 256
/** Pages whose drawing instructions stay in memory after they were drawn. */
const KEPT_PAGES = 8

export type OpenPdfOptions = {
  /** The file's name, for sentences about it. */
  readonly name: string
  readonly password?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** For import: large images are left out, as only text and facts are wanted. Pictures and drawings would lack them. */
  readonly textOnly?: boolean
  /** Where pdf.js works; the window's workers when left out. */
  readonly engine?: PdfEngine
}

let ofWindow: PdfEngine | null = null

/**
 * Opens a PDF from its bytes. Problems: `not-a-pdf`, `pdf-needs-password`, `pdf-wrong-password`, `pdf-broken`, `bytes-unreadable`, `cancelled`.
 */
export async function openPdf(blob: Blob, options: OpenPdfOptions): Promise<Outcome<PdfReader>> {
  const { name, password, signal } = options
  if (blob.size === 0) return trouble(emptyFile(name))
  const whole = blob.size <= WHOLE_UP_TO
  const start = await bytesOf(whole ? blob : blob.slice(0, HEADER_REACH))
  if (start === null) return trouble(bytesUnreadable(name))
  if (!looksLikePdf(start)) return trouble(notAPdf(name))
  const engine = options.engine ?? (ofWindow ??= windowEngine())
  const workers = await engine.take()
  let unreadable: unknown = null
  const failed = (reason: unknown): void => {
    unreadable = reason
    void task.destroy()
  }
  const source = whole ? { data: start } : { range: new BlobRange(blob, failed), rangeChunkSize: RANGE_BYTES }
  const settings = { ...documentSettings(engine), worker: workers.parsing, maxImageSize: options.textOnly === true ? TEXT_ONLY_PIXELS : -1 }
  const task = beginOpening({ ...settings, ...source, ...(password === undefined ? {} : { password }) }, workers.drawing)
  const tasks = [task]
  let over = false
  const end = async (): Promise<void> => {
    over = true
    await Promise.all(tasks.map((each) => each.destroy()))
  }
  const stop = (): void => void end()
  signal?.addEventListener('abort', stop)
  const close = async (): Promise<void> => {
    await end()
    engine.giveBack(workers)
  }
  const openBeside = async (data: Uint8Array) => {
    if (over) throw new Error('the document was closed')
    const beside = beginOpening({ ...settings, data }, null)
    tasks.push(beside)
    return { pdf: await beside.promise, close: () => beside.destroy() }
  }
  try {
    const pdf = await task.promise
    if (signal?.aborted === true) throw new Error('cancelled')
    if (pdf.numPages < 1) throw new Error('it has no pages')
    const textDocument = (madeBy: string) =>
      textDocumentOf({
        pdf,
        size: blob.size,
        madeBy,
        bytes: () => bytesOf(blob),
        readText: async (of, index) => readText(await of.getPage(index + 1)),
        openBeside,
      })
    return ok(await readerOf(pdf, blob.size, textDocument, close))
  } catch (thrown) {
    await close()
    if (signal?.aborted === true) return trouble(readCancelled(name))
    return trouble(unreadable === null ? problemOfOpening(name, thrown) : bytesUnreadable(name))
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** The bytes of a Blob; null where its file is gone or out of reach, which Chromium tells by a DOMException. */
async function bytesOf(blob: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (thrown) {
    if (thrown instanceof DOMException) return null
    throw thrown
  }
}

async function readerOf(
  pdf: PDFDocumentProxy,
  bytes: number,
  textDocument: (madeBy: string) => Promise<TextDocument>,
  close: () => Promise<void>,
): Promise<PdfReader> {
  const facts = await readFacts(pdf)
  let ofText: Promise<TextDocument> | null = null
  const forText = (): Promise<TextDocument> => (ofText ??= textDocument([facts.metadata['Producer'], facts.metadata['Creator']].join('\n')))
  const drawn: PDFPageProxy[] = []
  const texts = new Map<PageIndex, ReturnType<typeof readText>>()
  let closed = false
  const looksScanned = probeForScans({ pageCount: pdf.numPages, bytes }, (number) => pdf.getPage(number).then(isScan, () => false))
  const pageAt = (index: PageIndex): Promise<PDFPageProxy> => pdf.getPage(pageNumberOf(index))
  /** Frees the drawing instructions of pages that were not drawn for a while. */
  const keep = (page: PDFPageProxy): void => {
    const at = drawn.indexOf(page)
    if (at >= 0) drawn.splice(at, 1)
    drawn.push(page)
    if (drawn.length > KEPT_PAGES) drawn.shift()?.cleanup()
  }
  /**
   * What stands on one page; nothing where pdf.js can't read the page, whose loss must not take the others with it, or where the document
   * was closed before the answer came.
   */
  const standingOn = async <T>(index: PageIndex, read: (page: PDFPageProxy) => Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await read(await pageAt(index))
    } catch (thrown) {
      if (thrown instanceof Error) return []
      throw thrown
    }
  }
  /** The text items of the pages seen last, so that the text layer and its offsets are read once. */
  const textOf = async (index: PageIndex): ReturnType<typeof readText> => {
    const known = texts.get(index) ?? readText(await pageAt(index))
    texts.delete(index)
    texts.set(index, known)
    const oldest = texts.keys().next()
    if (texts.size > KEPT_PAGES && oldest.done !== true) texts.delete(oldest.value)
    return known
  }
  return {
    ...facts,
    pageCount: pdf.numPages,
    outline: () => readOutline(pdf),
    async extract(index) {
      const label = facts.labels[index] ?? null
      try {
        const { pdf: source, read } = await forText()
        return await extractPage(await source.getPage(pageNumberOf(index)), label, looksScanned, read.get(index))
      } catch (thrown) {
        // One page that can't be read must not take the document with it; a document that was closed has no pages at all.
        if (closed) throw thrown
        return unreadablePage(index, label)
      }
    },
    async viewport(index, scale, extraRotation = 0) {
      const page = await pageAt(index)
      return page.getViewport({ scale, rotation: (page.rotate + extraRotation) % 360 })
    },
    async draw(index, canvas, viewport, { passing = false } = {}) {
      const page = await pageAt(index)
      const task = page.render({ canvas, viewport })
      if (!passing) keep(page)
      else if (!drawn.includes(page))
        void task.promise.then(
          () => page.cleanup(),
          () => page.cleanup(),
        )
      return task
    },
    async textLayer(index, container, viewport) {
      const layer = new pdfjs.TextLayer({ textContentSource: await textOf(index), container, viewport })
      await layer.render()
      return layer
    },
    textStarts: async (index) => textStartsOf(await textOf(index)),
    parts: () => readDocumentParts(pdf),
    attachment: (id) => readAttachment(pdf, id),
    async links(index) {
      const [read] = await standingOn(index, async (page) => [await readLinks(pdf, page)])
      return read ?? { links: [], more: false }
    },
    marks: (index) => standingOn(index, readMarks),
    async picture(index, area, scale) {
      const page = await pageAt(index)
      const picture = await pictureOf(page, area, scale)
      keep(page)
      return picture
    },
    async painted(index) {
      // Of the document whose text is stored, so that its letters are found in that text.
      const { pdf: source } = await forText()
      const page = await source.getPage(pageNumberOf(index))
      const painted = await readPaintedPage(source, page)
      if (!drawn.includes(page)) page.cleanup()
      return painted
    },
    async darkAreas(index) {
      const page = await pageAt(index)
      const areas = await readDarkAreas(page)
      if (!drawn.includes(page)) page.cleanup()
      return areas
    },
    async greys(index, dotsPerInch, turned) {
      const page = await pageAt(index)
      const picture = await greyPictureOf(page, dotsPerInch, turned)
      keep(page)
      return picture
    },
    async close() {
      closed = true
      await close()
    },
  }
}
