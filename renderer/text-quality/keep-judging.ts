import type { DocumentId } from '@shared/documents/document'
import { liveQuery } from 'dexie'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import type { JudgeMessage } from './judge-worker'
import { JUDGED, JUDGED_FORM } from './text-quality-rows'

type Stores = { readonly db: Database; readonly derived: DerivedDatabase }

/** Documents whose texts were not judged in the present form. */
async function documentsToJudge({ db, derived }: Stores): Promise<readonly DocumentId[]> {
  const documents = await db.all('documents')
  const done = new Set((await derived.steps.where('step').equals(JUDGED).toArray()).filter(({ form }) => form === JUDGED_FORM).map(({ documentId }) => documentId))
  return documents.filter(({ id, status }) => status === 'ready' && !done.has(id)).map(({ id }) => id)
}

/**
 * Judges the text layer of every document, in a worker, as documents arrive. Returns the function that stops it.
 * @param judged called after each document
 */
export function keepJudging(stores: Stores, judged: (documentId: DocumentId) => void = () => undefined): () => void {
  let worker: Worker | null = null
  let busy: DocumentId | null = null
  let stopped = false
  /** Documents that a worker broke on: not tried again before the next start. */
  const failed = new Set<DocumentId>()
  const next = async (): Promise<void> => {
    if (stopped || busy !== null) return
    const [documentId] = (await documentsToJudge(stores)).filter((id) => !failed.has(id))
    if (documentId === undefined || stopped || busy !== null) return
    busy = documentId
    const running = worker ?? start()
    worker = running
    running.postMessage({ database: stores.db.name, derived: stores.derived.name, documentId } satisfies JudgeMessage, [])
  }
  const ended = (documentId: DocumentId | null): void => {
    if (documentId !== null) judged(documentId)
    busy = null
    void next()
  }
  const start = (): Worker => {
    const made = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module', name: 'judge' })
    made.addEventListener('message', ({ data }: MessageEvent<DocumentId>) => ended(data))
    made.addEventListener('error', () => {
      if (busy !== null) failed.add(busy)
      made.terminate()
      worker = null
      ended(null)
    })
    return made
  }
  const watching = liveQuery(() => stores.db.rows('documents').count()).subscribe(() => void next())
  return () => {
    stopped = true
    watching.unsubscribe()
    worker?.terminate()
  }
}
