import type { PageJob, PageResult } from './ocr-worker'

/** Recognises pages with a number of workers; the time from the first page asked for to the last one there, ms, without the start of the workers. */
async function recognise(
  jobs: readonly PageJob[],
  workers: number,
): Promise<{ readonly ms: number; readonly pages: readonly PageResult[] }> {
  const started = await Promise.all(Array.from({ length: workers }, begin))
  const pages: PageResult[] = []
  let next = 0
  const from = performance.now()
  await Promise.all(
    started.map(async ({ ask }) => {
      for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) pages.push(await ask(job))
    }),
  )
  const ms = performance.now() - from
  for (const { worker } of started) worker.terminate()
  return { ms, pages }
}

type Answer = { readonly result: PageResult; readonly error: string | null }

async function begin(): Promise<{ readonly worker: Worker; readonly ask: (job: PageJob | null) => Promise<PageResult> }> {
  const worker = new Worker(new URL('./ocr-worker.ts', import.meta.url), { type: 'module' })
  const { port1, port2 } = new MessageChannel()
  worker.postMessage(port2, [port2])
  const ask = (job: PageJob | null): Promise<PageResult> =>
    new Promise((found, fail) => {
      port1.onmessage = ({ data }: MessageEvent<Answer>) => (data.error === null ? found(data.result) : fail(new Error(data.error)))
      worker.onerror = (event) => fail(new Error(event.message))
      port1.postMessage(job)
    })
  await ask(null)
  return { worker, ask }
}

Object.assign(window, { recognise })
