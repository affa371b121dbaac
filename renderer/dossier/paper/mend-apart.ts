import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { MendAnswer, MendJob } from './mend-job'

export type MendOptions = {
  readonly signal?: AbortSignal | undefined
  /** Told how many pages are done, and how many there are. */
  readonly onPage?: ((done: number, of: number) => void) | undefined
}

/** Mends a printed dossier in a worker of its own, which ends with it. Problems: `printing-failed`, `cancelled`. */
export function mendApart(job: MendJob, { signal, onPage }: MendOptions = {}): Promise<Outcome<Uint8Array>> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./mend-worker.ts', import.meta.url), { type: 'module', name: 'mend' })
    const end = (outcome: Outcome<Uint8Array>): void => {
      worker.terminate()
      signal?.removeEventListener('abort', cancel)
      done(outcome)
    }
    const failed = (message: string): void =>
      end(
        trouble(
          problem(
            'printing-failed',
            `The printed PDF could not be finished: ${message}.`,
            'The other formats are not affected; dossier.html can be printed to a PDF from any browser.',
          ),
        ),
      )
    const cancel = (): void =>
      end(trouble(problem('cancelled', 'Finishing the PDF was cancelled.', 'Export again when you like; nothing was left behind.')))
    worker.addEventListener('message', ({ data }: MessageEvent<MendAnswer>) => {
      if (data.kind === 'progress') onPage?.(data.done, data.of)
      else if (data.kind === 'failed') failed(data.message)
      else end(ok(data.bytes))
    })
    worker.addEventListener('error', (event) => failed(event.message))
    signal?.addEventListener('abort', cancel)
    if (signal?.aborted === true) cancel()
    else worker.postMessage(job, [])
  })
}
