import type { DocumentId } from '@shared/documents/document'
import { messageOf, type Outcome, ok, trouble } from '@shared/errors/outcome'
import { openPdf } from '../pdf/open-pdf'
import type { PdfReader } from '../pdf/pdf-reader'
import { insideWorkerEngine, type PdfEngine } from '../pdf/pdfjs'
import { recognisePage } from './recognise-page'
import type { FromWorker, RecognisedPage, RecognitionJob, StartMessage, ToWorker } from './recognition-job'
import { pageNotRecognised } from './recognition-problems'
import { type LetterReader, startLetterReader } from './tesseract'

// A dedicated worker that recognises pages one after the other: pdf.js draws them here, and the program that reads letters
// works in a worker below, so that nothing of it passes through the window's thread.

type Held<Value> = { readonly of: string; readonly value: Value } | null

async function work(base: string, port: MessagePort): Promise<void> {
  const engine = await insideWorkerEngine(base)
  const say = (message: FromWorker): void => port.postMessage(message)
  let open: Held<PdfReader> = null
  let letters: Held<LetterReader> = null

  /** The document of the job; the one before is closed. */
  const readerOf = async (job: RecognitionJob, engine: PdfEngine): Promise<Outcome<PdfReader>> => {
    if (open?.of === job.documentId) return ok(open.value)
    await open?.value.close()
    open = null
    const opened = await openPdf(job.blob, { name: job.name, password: job.password ?? undefined, engine })
    if (opened.ok) open = { of: job.documentId satisfies DocumentId, value: opened.value }
    return opened
  }
  const lettersOf = async ({ languages }: RecognitionJob): Promise<LetterReader> => {
    const wanted = languages.map(({ code }) => code).join('+')
    if (letters?.of === wanted) return letters.value
    await letters?.value.end()
    letters = null
    const value = await startLetterReader(base, languages)
    letters = { of: wanted, value }
    return value
  }
  const recognise = async (job: RecognitionJob): Promise<Outcome<RecognisedPage>> => {
    try {
      const reader = await readerOf(job, engine)
      if (!reader.ok) return reader
      const recognised = await recognisePage(reader.value, job.page, await lettersOf(job), (share) => say({ kind: 'progress', share }))
      return ok({
        documentId: job.documentId,
        pageIndex: job.page,
        languages: job.languages.map(({ code }) => code).join('+'),
        ...recognised,
      })
    } catch (thrown) {
      // Whatever the page or its picture made the programs throw: it is this page that can't be recognised.
      return trouble(pageNotRecognised(job.name, job.page, messageOf(thrown)))
    }
  }
  port.addEventListener(
    'message',
    ({ data }: MessageEvent<ToWorker>) => void recognise(data.job).then((outcome) => say({ kind: 'done', outcome })),
  )
  port.start()
}

addEventListener('message', ({ data }: MessageEvent<StartMessage>) => void work(data.base, data.port), { once: true })
