import { throwInOwnTask } from '@shared/errors/throw-in-own-task'
import type { DocumentId } from '@shared/documents/document'
import { judgeTexts } from '@shared/text-quality/judge-text'
import { readEmbeddedTexts } from '../documents/page-readings'
import { Database } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import { markDone } from '../storage/document-steps'
import { JUDGED, textQuality } from './text-quality-rows'

// A dedicated worker that judges the texts of documents, so that a long one does not hold up the window.

export type JudgeMessage = { readonly database: string; readonly derived: string; readonly documentId: DocumentId }

async function judge({ database, derived, documentId }: JudgeMessage): Promise<void> {
  const stores = { db: new Database(database), derived: new DerivedDatabase(derived) }
  // Words that are held back are left out: the examples of a doubt are shown.
  const pages = [...(await readEmbeddedTexts(stores, documentId))]
  const judged = judgeTexts(pages.map(([, { text }]) => text))
  const rows = textQuality(stores.derived)
  await stores.derived.transaction('rw', rows, stores.derived.steps, async () => {
    const known = new Map((await rows.where('documentId').equals(documentId).toArray()).map((row) => [row.index, row]))
    await rows.where('documentId').equals(documentId).delete()
    for (const [at, [index]] of pages.entries()) {
      const doubts = judged[at] ?? []
      const compared = known.get(index)?.compared ?? null
      if (doubts.length > 0 || compared !== null) await rows.put({ documentId, index, doubts, compared })
    }
    await markDone(stores.derived, documentId, JUDGED)
  })
  stores.db.close()
  stores.derived.close()
}

self.addEventListener('message', ({ data }: MessageEvent<JudgeMessage>) => {
  judge(data).then(() => self.postMessage(data.documentId, {}), throwInOwnTask)
})
