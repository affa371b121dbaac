import { messageOf } from '@shared/errors/outcome'
import { pageIndex } from '@shared/units/pages'
import { openPdf } from '../../pdf/open-pdf'
import type { PdfReader } from '../../pdf/pdf-reader'
import { fontsOfWorker, insideWorkerEngine } from '../../pdf/pdfjs'
import type { ExhibitAnswer, ExhibitAsk, ExhibitStart } from './exhibit-job'

// A dedicated worker: reading, drawing and packing a picture happen in one thread, so that neither instructions nor pixels are handed on.

let reader: PdfReader | null = null

/** A page that pdf.js can't draw must not take the dossier with it. */
function notDrawn(thrown: unknown): null {
  if (thrown instanceof Error) return null
  throw thrown
}

async function answerTo(ask: ExhibitAsk, engine: ReturnType<typeof insideWorkerEngine>): Promise<ExhibitAnswer> {
  if (ask.kind === 'open') {
    const { blob, name, password } = ask
    const opened = await openPdf(blob, { name, password: password ?? undefined, engine: await engine })
    if (!opened.ok) return { kind: 'trouble', problem: opened.problem }
    reader = opened.value
    return { kind: 'open', pageCount: reader.pageCount }
  }
  if (reader === null) return { kind: 'failed', message: 'no document is open' }
  switch (ask.kind) {
    case 'extract':
      return { kind: 'extract', page: await reader.extract(pageIndex(ask.index)) }
    case 'painted':
      return { kind: 'painted', page: await reader.painted(pageIndex(ask.index)) }
    case 'picture': {
      const picture = await reader.picture(pageIndex(ask.index), ask.area, ask.scale).catch(notDrawn)
      return { kind: 'picture', bytes: picture === null ? null : new Uint8Array(await picture.arrayBuffer()) }
    }
    case 'close':
      await reader.close()
      reader = null
      return { kind: 'close' }
  }
}

self.addEventListener(
  'message',
  ({ data: { base, port } }: MessageEvent<ExhibitStart>) => {
    const engine = insideWorkerEngine(base, fontsOfWorker())
    port.addEventListener('message', ({ data }: MessageEvent<ExhibitAsk>) => {
      void answerTo(data, engine)
        .catch((thrown: unknown): ExhibitAnswer => ({ kind: 'failed', message: messageOf(thrown) }))
        // pdf.js, once loaded, speaks on the worker's own port.
        .then((answer) => port.postMessage(answer, answer.kind === 'picture' && answer.bytes !== null ? [answer.bytes.buffer] : []))
    })
    port.start()
  },
  { once: true },
)
