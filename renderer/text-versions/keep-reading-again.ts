import type { DocumentId } from '@shared/documents/document'
import { EXTRACTOR } from '../pdf/pdfjs'
import { EXAMINED } from '../redactions/page-findings'
import { keepDoing } from '../storage/document-steps'
import type { BackgroundTurns } from '../workbench/background-turns'
import type { Workbench } from '../workbench/workbench'
import { nothingToCompare } from './read-anew'
import type { ReadAnewAnswer, ReadAnewJob } from './read-anew-job'
import { isOfAnotherVersion, readAgain } from './reading-rows'

/** Time without a page after which a document is given up until the next start, ms. */
const PATIENCE = 60_000

/**
 * Reads every document again whose text another version of pdf.js read, and compares, once it is known which of its words are held back. A
 * locked one is read when its password is given. Returns the function that stops it.
 */
export function keepReadingAgain(
  parts: Pick<Workbench, 'db' | 'derived' | 'imports' | 'documents'> & { readonly turns: BackgroundTurns },
): () => void {
  const { db, derived, documents, turns } = parts
  let worker: Worker | null = null
  const compare = (documentId: DocumentId): Promise<boolean> =>
    new Promise((resolve) => {
      const { port1, port2: port } = new MessageChannel()
      const reading = new Worker(new URL('./read-anew-worker.ts', import.meta.url), { type: 'module', name: 'read-anew' })
      worker = reading
      let timer: ReturnType<typeof setTimeout> | undefined
      const end = (compared: boolean): void => {
        clearTimeout(timer)
        reading.terminate()
        port1.close()
        resolve(compared)
      }
      const wait = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => end(false), PATIENCE)
      }
      port1.addEventListener('message', ({ data }: MessageEvent<ReadAnewAnswer>) => (data.kind === 'done' ? end(data.compared) : wait()))
      port1.start()
      reading.addEventListener('error', () => end(false))
      wait()
      reading.postMessage(
        {
          base: document.baseURI,
          database: db.name,
          derived: derived.name,
          documentId,
          password: documents.passwordOf(documentId),
          port,
        } satisfies ReadAnewJob,
        [port],
      )
    })
  const work = async (documentId: DocumentId): Promise<boolean> => {
    if (isOfAnotherVersion((await db.get('documents', documentId))?.extractor ?? null, EXTRACTOR))
      return turns.take(() => compare(documentId))
    await nothingToCompare(parts, documentId, EXTRACTOR)
    return true
  }
  const stop = keepDoing(parts, { step: readAgain(EXTRACTOR), after: EXAMINED, retry: documents.unlocked }, work)
  return () => {
    stop()
    worker?.terminate()
  }
}
