import { type Outcome, trouble } from '@shared/errors/outcome'
import type { FromWorker, RecognisedPage, RecognitionJob, StartMessage, ToWorker } from './recognition-job'
import { pageNotRecognised, recognitionCancelled, recognitionStuck } from './recognition-problems'

/** Time without a sign of life after which a worker is given up, seconds. */
const PATIENCE = 120

/** Recognises one page at a time, in a worker that starts with the first. */
export type Recogniser = {
  /** Problems: `not-recognised`, `recognition-stuck`, `cancelled`, and those of opening a PDF. */
  recognise(job: RecognitionJob, progress: (share: number) => void, signal: AbortSignal): Promise<Outcome<RecognisedPage>>
  /** Lets the worker and its memory go; the next page starts another. */
  rest(): void
}

type Running = { readonly worker: Worker; readonly port: MessagePort }

function start(): Running {
  const worker = new Worker(new URL('./recognition-worker.ts', import.meta.url), { type: 'module', name: 'recognition' })
  const { port1, port2 } = new MessageChannel()
  worker.postMessage({ kind: 'start', base: document.baseURI, port: port2 } satisfies StartMessage, [port2])
  port1.start()
  return { worker, port: port1 }
}

/** A recogniser that has no worker yet. */
export function createRecogniser(): Recogniser {
  let running: Running | null = null
  const rest = (): void => {
    running?.worker.terminate()
    running?.port.close()
    running = null
  }
  return {
    rest,
    recognise(job, progress, signal) {
      if (signal.aborted) return Promise.resolve(trouble(recognitionCancelled()))
      running ??= start()
      const { worker, port } = running
      return new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined
        const conclude = (outcome: Outcome<RecognisedPage>, alive: boolean): void => {
          clearTimeout(timer)
          port.removeEventListener('message', hear)
          worker.removeEventListener('error', crash)
          signal.removeEventListener('abort', cancel)
          if (!alive) rest()
          resolve(outcome)
        }
        const wait = (): void => {
          clearTimeout(timer)
          timer = setTimeout(() => conclude(trouble(recognitionStuck(job.name, job.page, PATIENCE)), false), PATIENCE * 1000)
        }
        const hear = ({ data }: MessageEvent<FromWorker>): void => {
          if (data.kind === 'done') return conclude(data.outcome, true)
          wait()
          progress(data.share)
        }
        const crash = (event: ErrorEvent): void => conclude(trouble(pageNotRecognised(job.name, job.page, event.message)), false)
        // The program can't be stopped within a page but by ending its worker, which takes less than a page's time to start again.
        const cancel = (): void => conclude(trouble(recognitionCancelled()), false)
        port.addEventListener('message', hear)
        worker.addEventListener('error', crash)
        signal.addEventListener('abort', cancel)
        wait()
        port.postMessage({ kind: 'recognise', job } satisfies ToWorker)
      })
    },
  }
}
