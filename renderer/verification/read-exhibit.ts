import { unzipSync } from 'fflate'
// The build for older browsers: this page has to work in the one that a reader happens to have.
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
// Importing the worker's module leaves its message handler on `globalThis.pdfjsWorker`, where pdf.js looks before it would
// start a worker from a file; a page opened from a folder can start none.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
import { buildPageText, type TextItem } from '@shared/anchoring/page-text'
import { messageOf, ok, problem, trouble } from '@shared/errors/outcome'
import type { OpenExhibit } from '@shared/verification/bundle-files'
import { openTableExhibit, tableMediaOf } from '@shared/verification/table-exhibit'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { TextContent } from 'pdfjs-dist/types/src/display/api'
import { type TextDocument, textDocumentOf } from '../pdf/text-document'

/** The character maps of pdf.js as one zip in Base64, put in by the build. */
declare const CHARACTER_MAPS: string

let maps: Readonly<Record<string, Uint8Array>> | null = null
const characterMaps = (): Readonly<Record<string, Uint8Array>> =>
  (maps ??= unzipSync(Uint8Array.from(atob(CHARACTER_MAPS), (char) => char.charCodeAt(0))))

/** Gives pdf.js the character maps from this page; fonts and decoders for pictures are not needed to read text. */
class InlineData {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const data = kind === 'cMapUrl' ? characterMaps()[filename] : undefined
    if (data === undefined) throw new Error(`${filename} is not part of this page`)
    return data
  }
}

const SETTINGS = {
  BinaryDataFactory: InlineData,
  useWorkerFetch: false,
  useWasm: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  stopAtErrors: false,
  isImageDecoderSupported: false,
  maxImageSize: 1,
  verbosity: pdfjs.VerbosityLevel.ERRORS,
}

/** Opens exhibits with the pdf.js inside this page: nothing is run, drawn or fetched. */
export const readExhibits =
  (blobOf: (path: string) => Blob | undefined, password: string): OpenExhibit =>
  async (path) => {
    const blob = blobOf(path)
    if (blob === undefined) return trouble(problem('no-exhibit', `${path} is not in the bundle.`, 'Ask for the whole bundle again.'))
    const media = tableMediaOf(path)
    if (media !== null) return openTableExhibit(new Uint8Array(await blob.arrayBuffer()), media, path)
    const bytes = async (): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer())
    const task = pdfjs.getDocument({ ...SETTINGS, data: await bytes(), ...(password === '' ? {} : { password }) })
    const tasks = [task]
    const close = async (): Promise<void> => void (await Promise.all(tasks.map((each) => each.destroy())))
    const openBeside = async (data: Uint8Array) => {
      const beside = pdfjs.getDocument({ ...SETTINGS, data })
      tasks.push(beside)
      return { pdf: await beside.promise, close: () => beside.destroy() }
    }
    try {
      const pdf = await task.promise
      const described = await pdf.getMetadata().catch(() => null)
      const madeBy = Object.entries(described?.info ?? {})
        .flatMap(([key, value]) => ((key === 'Producer' || key === 'Creator') && typeof value === 'string' ? [value] : []))
        .join('\n')
      // The same settings, and the same completed maps, with which Vouch reads text, so that the same words come out.
      const readText = async (of: PDFDocumentProxy, index: number): Promise<TextContent> => {
        const page = await of.getPage(index + 1)
        const content = await page.getTextContent({ disableNormalization: false, includeMarkedContent: false })
        page.cleanup()
        return content
      }
      let source: Promise<TextDocument> | null = null
      return ok({
        pageCount: pdf.numPages,
        async readPage(index) {
          const { pdf: from, read } = await (source ??= textDocumentOf({ pdf, size: blob.size, madeBy, bytes, readText, openBeside }))
          const content = read.get(index) ?? (await readText(from, index))
          const items: readonly TextItem[] = content.items.filter((item) => 'str' in item)
          return buildPageText(items, content.styles)
        },
        close,
      })
    } catch (thrown) {
      await close()
      const locked = thrown instanceof Error && thrown.name === 'PasswordException'
      return locked
        ? trouble(problem('pdf-needs-password', `${path} needs a password.`, 'Enter it above and choose the bundle again.'))
        : trouble(problem('pdf-broken', `${path} cannot be read (${messageOf(thrown)}).`, 'Ask for the bundle again.'))
    }
  }
