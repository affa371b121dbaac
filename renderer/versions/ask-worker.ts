import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { VersionAnswer, VersionJob } from './version-jobs'

type Final = Exclude<VersionAnswer, { kind: 'progress' | 'failed' }>

/**
 * Has a worker do one job and ends it. Problems: `comparison-failed`, `cancelled`.
 * @param progress pages or marks done so far, and in all
 */
export function askWorker<Kind extends Final['kind']>(
  job: VersionJob,
  kind: Kind,
  signal: AbortSignal,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Outcome<Extract<Final, { kind: Kind }>>> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./versions-worker.ts', import.meta.url), { type: 'module', name: 'versions' })
    const end = (outcome: Outcome<Extract<Final, { kind: Kind }>>): void => {
      worker.terminate()
      signal.removeEventListener('abort', cancel)
      done(outcome)
    }
    const failed = (message: string): void =>
      end(
        trouble(
          problem(
            'comparison-failed',
            `The documents could not be compared: ${message}.`,
            'Try again; if it fails again, start Vouch anew.',
          ),
        ),
      )
    const cancel = (): void => end(trouble(problem('cancelled', 'The comparison was cancelled.', 'Nothing was changed.')))
    const isWanted = (answer: VersionAnswer): answer is Extract<Final, { kind: Kind }> => answer.kind === kind
    worker.addEventListener('message', ({ data }: MessageEvent<VersionAnswer>) => {
      if (data.kind === 'progress') progress(data.done, data.of)
      else if (data.kind === 'failed') failed(data.message)
      else if (isWanted(data)) end(ok(data))
    })
    worker.addEventListener('error', (event) => failed(event.message))
    signal.addEventListener('abort', cancel)
    if (signal.aborted) cancel()
    else worker.postMessage(job, [])
  })
}
