import { type Outcome, trouble } from '@shared/errors/outcome'
import { createGate } from '@shared/units/gate'
import { brokenPdf, readCancelled, stuckPdf } from '../pdf/pdf-problems'
import type { Extraction, FromWorker, ReadJob, StartMessage, ToWorker } from './extraction'
import { stuckTable } from './import-problems'

/** Time without progress after which a worker is given up, seconds. */
const PATIENCE = 60
/** Time without progress after which the next document is begun beside, by another worker: one that is stuck holds up no other. Seconds. */
const STALL = 5
/** Time that a worker has to stop by itself after a cancel, seconds. */
const GRACE = 3

/** Reads documents off the window's thread. */
export type ExtractionPool = {
  /** Starts the workers, so that they are ready when the first file's bytes are. */
  prepare(): void
  /**
   * Reads a document and puts its pages into the database. Problems: those of `openPdf`, `pdf-stuck`, `table-unreadable`, `storage-full`,
   * `storage-failed`, `cancelled`; rows already written then stay, for the caller to remove.
   */
  read(job: ReadJob, progress: (done: number, of: number) => void, signal: AbortSignal): Promise<Outcome<Extraction>>
}

type Reader = { readonly worker: Worker; readonly port: MessagePort }

function startReader(database: string): Reader {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module', name: 'import' })
  const { port1, port2 } = new MessageChannel()
  worker.postMessage({ kind: 'start', base: document.baseURI, database, port: port2 } satisfies StartMessage, [port2])
  port1.start()
  return { worker, port: port1 }
}

function end({ worker, port }: Reader): void {
  worker.terminate()
  port.close()
}

/** @param workers how many at a time, started when first needed and kept warm. One that crashes or gets stuck is replaced. */
export function createExtractionPool(database: string, workers: number): ExtractionPool {
  const gate = createGate(workers)
  const idle: Reader[] = []
  let started = false
  return {
    prepare() {
      if (started) return
      started = true
      for (let at = 0; at < workers; at += 1) idle.push(startReader(database))
    },
    read: (job, progress, signal) =>
      new Promise((tell) => {
        void gate.through(async () => {
          if (signal.aborted) return tell(trouble(readCancelled(job.name)))
          const reader = idle.pop() ?? startReader(database)
          const { stalled, goesOn, ended } = watchForStall()
          const told = (done: number, of: number): void => {
            goesOn()
            progress(done, of)
          }
          const reading = readWith(reader, job, told, signal).then(({ outcome, alive }) => {
            ended()
            if (alive && idle.length < workers) idle.push(reader)
            else end(reader)
            tell(outcome)
          })
          await Promise.race([reading, stalled])
        })
      }),
  }
}

/** `stalled` resolves once nothing was told to go on for a while. */
function watchForStall(): { readonly stalled: Promise<void>; goesOn(): void; ended(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop = (): void => undefined
  const stalled = new Promise<void>((resolve) => {
    stop = resolve
  })
  const ended = (): void => clearTimeout(timer)
  const goesOn = (): void => {
    ended()
    timer = setTimeout(stop, STALL * 1000)
  }
  goesOn()
  return { stalled, goesOn, ended }
}

type Ended = { readonly outcome: Outcome<Extraction>; readonly alive: boolean }

function readWith(
  { worker, port }: Reader,
  job: ReadJob,
  progress: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<Ended> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const conclude = (ended: Ended): void => {
      clearTimeout(timer)
      port.removeEventListener('message', hear)
      worker.removeEventListener('error', crash)
      signal.removeEventListener('abort', cancel)
      resolve(ended)
    }
    const giveUpAfter = (seconds: number): void => {
      clearTimeout(timer)
      timer = setTimeout(
        () =>
          conclude({
            outcome: trouble(signal.aborted ? readCancelled(job.name) : (job.media === 'pdf' ? stuckPdf : stuckTable)(job.name, seconds)),
            alive: false,
          }),
        seconds * 1000,
      )
    }
    const hear = ({ data }: MessageEvent<FromWorker>): void => {
      if (data.kind === 'done') {
        conclude({ outcome: data.outcome, alive: true })
        return
      }
      if (!signal.aborted) giveUpAfter(PATIENCE)
      progress(data.done, data.of)
    }
    const crash = (event: ErrorEvent): void => conclude({ outcome: trouble(brokenPdf(job.name, event.message)), alive: false })
    const cancel = (): void => {
      giveUpAfter(GRACE)
      port.postMessage({ kind: 'cancel' } satisfies ToWorker)
    }
    port.addEventListener('message', hear)
    worker.addEventListener('error', crash)
    signal.addEventListener('abort', cancel)
    giveUpAfter(PATIENCE)
    port.postMessage({ kind: 'read', job } satisfies ToWorker)
  })
}
