import * as pdfjs from 'pdfjs-dist'
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api'
import type { Extractor } from '@shared/documents/document'
import { z } from 'zod'
import { InsidePort } from './inside-port'
import { startDrawingWorker, startParsingWorker } from './start-workers'
import { WorkerCanvasFactory, WorkerFilterFactory } from './worker-canvas'

// The one door to pdf.js. Nothing here reaches the network but the program's own data files under `pdfjs/`.
const workerUrl = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href
pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
// Pages are drawn in a worker of their own, so that a heavy one does not hold up the window (docs/decisions/0010).
const rendererUrl = new URL('pdfjs-dist/build/pdf.renderer.min.mjs', import.meta.url).href
pdfjs.GlobalWorkerOptions.rendererSrc = rendererUrl

export { pdfjs }

/** What is written beside every text that pdf.js read: its version, and that of what is done so that it reads aright (`text-document.ts`). */
export const EXTRACTOR: Extractor = { name: 'pdf.js', version: `${pdfjs.version}+1` }

/** What works on one document. `drawing` draws its pages; without it, pdf.js starts a worker for that by itself where it can. */
export type PdfWorkers = { readonly parsing: pdfjs.PDFWorker; readonly drawing: Worker | null; readonly end: () => void }

/** Where pdf.js does its parsing, and where its data files are. */
export type PdfEngine = {
  /** Address of the folder that holds `pdfjs/`, with a slash at its end. */
  readonly base: string
  /** The workers for one document. */
  take(): Promise<PdfWorkers>
  /** Called when the document is closed. */
  giveBack(workers: PdfWorkers): void
  /** Where a worker that draws keeps the documents' fonts; without it letters are drawn as shapes, and not fitted to pixels. */
  readonly fonts?: FontFaceSet
}

/** ms after the last document was closed until a worker is made ready for the next. */
const READY_AFTER = 1500

/**
 * For the window: workers of its own for each document, so that a hostile file can't stop the reading of others. While none is open spare ones are
 * kept warm, so that the first page does not wait for a worker to start; beside an open document they would only take memory.
 */
export function windowEngine(): PdfEngine {
  let spare: Promise<PdfWorkers> | null = startWorkers()
  let open = 0
  return {
    base: document.baseURI,
    take() {
      open += 1
      const workers = spare ?? startWorkers()
      spare = null
      return workers
    },
    giveBack({ end }) {
      open -= 1
      end()
      setTimeout(() => {
        if (open === 0) spare ??= startWorkers()
      }, READY_AFTER)
    },
  }
}

/** Workers of a window for one document. Where one of ours does not start, pdf.js starts its own. */
async function startWorkers(): Promise<PdfWorkers> {
  const [own, drawing] = await Promise.all([startParsingWorker(), startDrawingWorker(rendererUrl)])
  const parsing = own === null ? new pdfjs.PDFWorker({}) : workerOn(own)
  const end = (): void => {
    parsing.destroy()
    own?.terminate()
    drawing?.terminate()
  }
  return { parsing, drawing, end }
}

/** What pdf.js makes of a port at whose other end its other half is. Its types know only `null`; its code takes anything that posts and listens. */
function workerOn(port: Worker | InsidePort): pdfjs.PDFWorker {
  const options: ConstructorParameters<typeof pdfjs.PDFWorker>[0] = {}
  Reflect.set(options, 'port', port)
  return new pdfjs.PDFWorker(options)
}

/** Begins to open a document. @param drawing as in `PdfWorkers` */
export function beginOpening(parameters: DocumentInitParameters, drawing: Worker | null): pdfjs.PDFDocumentLoadingTask {
  pdfjs.GlobalWorkerOptions.rendererPorts = drawing === null ? [] : [drawing]
  try {
    return pdfjs.getDocument(parameters)
  } finally {
    pdfjs.GlobalWorkerOptions.rendererPorts = []
  }
}

/** What pdf.js's worker module exports: the other half, which parses. */
const workerModuleSchema = z.object({
  WorkerMessageHandler: z.custom<{ initializeFromPort(port: InsidePort): void }>(
    (value) => typeof value === 'function' && 'initializeFromPort' in value,
  ),
})

/**
 * For a dedicated worker: both halves of pdf.js run inside it, one document after the other, so that its caches and compiled
 * code stay warm.
 * @param base as in PdfEngine: a worker has no document to ask
 * @param fonts the worker's own, where it draws pictures for people
 */
export async function insideWorkerEngine(base: string, fonts?: FontFaceSet): Promise<PdfEngine> {
  const { WorkerMessageHandler } = workerModuleSchema.parse(await import(/* @vite-ignore */ workerUrl))
  const port = new InsidePort()
  const workers: PdfWorkers = { parsing: workerOn(port), drawing: null, end: () => undefined }
  WorkerMessageHandler.initializeFromPort(port)
  return { base, take: async () => workers, giveBack: () => undefined, ...(fonts === undefined ? {} : { fonts }) }
}

/** The fonts of the worker that asks: TypeScript takes it for a window, whose fonts are the document's. */
export function fontsOfWorker(): FontFaceSet | undefined {
  const fonts: unknown = Reflect.get(self, 'fonts')
  return fonts instanceof FontFaceSet ? fonts : undefined
}

/**
 * Larger images are made smaller by pdf.js in its worker, where a window draws: it hands them on from thread to thread, and 100 megapixels hold it up
 * for half a second. As many pixels, of four bytes, as a page that is shown has at most.
 */
const MOST_IMAGE_BYTES = 4 * 16_777_216

/** Settings for every document: nothing is run, nothing fetched from outside, damage is worked around where it can be. */
export function documentSettings({ base, fonts }: Pick<PdfEngine, 'base' | 'fonts'>): DocumentInitParameters {
  const at = (folder: string): string => new URL(`pdfjs/${folder}/`, base).href
  const settings: DocumentInitParameters = {
    cMapUrl: at('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: at('standard_fonts'),
    wasmUrl: at('wasm'),
    iccUrl: at('iccs'),
    useWorkerFetch: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: typeof document === 'undefined' && fonts === undefined,
    ...(typeof document === 'undefined' ? {} : { canvasMaxAreaInBytes: MOST_IMAGE_BYTES }),
    ...(typeof document === 'undefined' ? { CanvasFactory: WorkerCanvasFactory, FilterFactory: WorkerFilterFactory } : {}),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  }
  // Of a document pdf.js asks nothing but its fonts where it draws in the thread that it is in.
  if (fonts !== undefined) Reflect.set(settings, 'ownerDocument', { fonts })
  return settings
}
