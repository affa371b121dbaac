import { postingInPieces } from './posting-in-pieces'

/** Time for which a document waits for a worker's code, ms. */
const PATIENCE = 20_000

/** A worker that spoke, as both halves of pdf.js do once they are loaded; null where it did not, and was ended. */
function loaded(worker: Worker): Promise<Worker | null> {
  return new Promise((is) => {
    const giveUp = (): void => {
      worker.terminate()
      is(null)
    }
    const timer = setTimeout(giveUp, PATIENCE)
    worker.addEventListener('message', () => (clearTimeout(timer), is(worker)), { once: true })
    worker.addEventListener('error', () => (clearTimeout(timer), giveUp()), { once: true })
  })
}

/** Starts the worker that parses a document for a window, which hands over no more than a window shows; null where it does not start. */
export const startParsingWorker = (): Promise<Worker | null> =>
  loaded(new Worker(new URL('./parsing-worker.ts', import.meta.url), { type: 'module', name: 'parsing' }))

/**
 * Starts the worker that draws a document's pages for a window, to which long lists go in pieces; null where it does not start.
 * @param address of pdf.js's renderer
 */
export function startDrawingWorker(address: string): Promise<Worker | null> {
  const worker = new Worker(address, { type: 'module', name: 'drawing' })
  const directly = worker.postMessage
  const post = postingInPieces((message, transfer) => Reflect.apply(directly, worker, [message, transfer]))
  worker.postMessage = (message: unknown, options?: Transferable[] | StructuredSerializeOptions) =>
    post(message, (Array.isArray(options) ? options : options?.transfer) ?? [])
  return loaded(worker)
}
