import type { DocumentId } from '@shared/documents/document'
import { liveQuery } from 'dexie'
import type { Database } from './database'
import type { DerivedDatabase } from './derived-database'

/**
 * Removes what was computed of documents as they leave the library, and at the start of those that left it while nobody looked.
 * The function returned ends it. An undone removal computes it again.
 */
export function forgetRemoved(db: Database, derived: DerivedDatabase): () => void {
  let present: ReadonlySet<DocumentId> | null = null
  const watching = liveQuery(async () => ({
    documents: await db.rows('documents').toCollection().primaryKeys(),
    arriving: await db.imports.count(),
  })).subscribe(({ documents, arriving }) => {
    const now = new Set(documents as DocumentId[])
    const before = present
    present = now
    if (before !== null) for (const id of before) if (!now.has(id)) void derived.forget(id)
    // What belongs to a document that is still on its way in is not left behind.
    if (before === null && arriving === 0)
      void derived.documentIds().then((ids) => ids.filter((id) => !now.has(id)).forEach((id) => void derived.forget(id)))
  })
  return () => watching.unsubscribe()
}
