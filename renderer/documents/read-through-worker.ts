import { throwInOwnTask } from '@shared/errors/throw-in-own-task'
import type { DocumentId } from '@shared/documents/document'
import { Database } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import { readThrough } from './read-through'

// A dedicated worker that reads through texts: one page may have a hundred thousand runs, which alone hold up a window while they are fetched.

export type ReadThroughMessage = {
  readonly database: string
  readonly derived: string
  readonly documentId: DocumentId
  readonly pageCount: number
}

async function read({ database, derived, documentId, pageCount }: ReadThroughMessage): Promise<void> {
  const stores = { db: new Database(database), derived: new DerivedDatabase(derived) }
  await readThrough(stores, documentId, pageCount)
  stores.db.close()
  stores.derived.close()
}

self.addEventListener('message', ({ data }: MessageEvent<ReadThroughMessage>) => {
  read(data).then(() => self.postMessage(data.documentId, {}), throwInOwnTask)
})
