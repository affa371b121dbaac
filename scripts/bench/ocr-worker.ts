import { messageOf } from '@shared/errors/outcome'
import { pageIndex } from '@shared/units/pages'
import { openPdf } from '../../renderer/pdf/open-pdf'
import { insideWorkerEngine } from '../../renderer/pdf/pdfjs'
import { recognisePage } from '../../renderer/recognition/recognise-page'
import { startLetterReader } from '../../renderer/recognition/tesseract'

/** A page to recognise: the address of its PDF and its number from 1. `picture` asks for the picture that was read, as a PGM in Base64. */
export type PageJob = { readonly url: string; readonly page: number; readonly picture: boolean }
export type PageResult = {
  readonly url: string
  readonly page: number
  readonly text: string
  readonly runs: number
  readonly confidence: number
  readonly turned: number
  readonly ms: number
  readonly picture: string | null
}

// Reads pages as the workbench's own worker does; the start of the programs is not part of a page's time.
const base = new URL('/', location.href).href
const ready = Promise.all([insideWorkerEngine(base), startLetterReader(base, [{ code: 'eng', data: null }])])

async function result(job: PageJob): Promise<PageResult> {
  const [engine, letters] = await ready
  const opened = await openPdf(await (await fetch(job.url)).blob(), { name: job.url, engine })
  if (!opened.ok) throw new Error(opened.problem.what)
  const from = performance.now()
  const read = await recognisePage(opened.value, pageIndex(job.page - 1), letters, () => undefined)
  const ms = performance.now() - from
  const picture = job.picture ? await opened.value.greys(pageIndex(job.page - 1), 300, read.turned) : null
  await opened.value.close()
  return {
    url: job.url,
    page: job.page,
    text: read.text.text,
    runs: read.text.runs.length,
    confidence: read.confidence,
    turned: read.turned,
    ms,
    picture: picture === null ? null : base64(new TextEncoder().encode(`P5\n${picture.width} ${picture.height}\n255\n`), picture.greys),
  }
}

function base64(...parts: readonly Uint8Array[]): string {
  const binary: string[] = []
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  for (let from = 0; from < whole.length; from += 0x8000) binary.push(String.fromCharCode(...whole.subarray(from, from + 0x8000)))
  return btoa(binary.join(''))
}

// pdf.js talks to itself over the worker's own messages, so the page brings a port.
addEventListener(
  'message',
  ({ data: port }: MessageEvent<MessagePort>) => {
    port.addEventListener('message', ({ data }: MessageEvent<PageJob | null>) => {
      const answer = data === null ? ready.then(() => null) : result(data)
      void answer.then(
        (result) => port.postMessage({ result, error: null }),
        (thrown: unknown) => port.postMessage({ result: null, error: messageOf(thrown) }),
      )
    })
    port.start()
  },
  { once: true },
)
