import type { TextStores } from '../documents/page-readings'
import type { TextJobs, TextOrder, TextReport } from './text-jobs'

/** Things that are asked at once: handing them to the worker takes some milliseconds. */
const AT_ONCE = 1000

type Watching = {
  /** How many of the things asked were gone through. */
  readonly progress?: (done: number) => void
  readonly signal?: AbortSignal
}

/** Has a worker go through the whole text of documents, and gives its answers in order; null when it was cancelled. */
export async function throughTexts<Kind extends keyof TextJobs>(
  { db, derived }: TextStores,
  kind: Kind,
  about: TextJobs[Kind]['about'],
  asked: readonly TextJobs[Kind]['asked'][],
  { progress = () => undefined, signal }: Watching = {},
): Promise<readonly TextJobs[Kind]['answer'][] | null> {
  if (asked.length === 0) return []
  if (signal?.aborted === true) return null
  const worker = new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module', name: 'texts' })
  const answers: TextJobs[Kind]['answer'][] = []
  const part = (from: number): Promise<boolean> =>
    new Promise((ended, failed) => {
      worker.onmessage = ({ data }: MessageEvent<TextReport<Kind>>) => {
        if (data === 'end') return ended(true)
        answers.push(...data.answers)
        progress(from + data.done)
      }
      worker.onerror = (event) => failed(new Error(event.message))
      signal?.addEventListener('abort', () => ended(false), { once: true })
      const order: TextOrder<Kind> = { database: db.name, derived: derived.name, kind, about, asked: asked.slice(from, from + AT_ONCE) }
      worker.postMessage(order, [])
    })
  try {
    for (let from = 0; from < asked.length; from += AT_ONCE) if (!(await part(from))) return null
    return answers
  } finally {
    worker.terminate()
  }
}
