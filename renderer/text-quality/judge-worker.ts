import type { DocumentId } from '@shared/documents/document'
import { judgeTexts } from '@shared/text-quality/judge-text'
import { Dexie } from 'dexie'
import { Database } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import { JUDGED, JUDGED_FORM, textQuality } from './text-quality-rows'

// A dedicated worker that judges the texts of documents, so that a long one does not hold up the window.

export type JudgeMessage = { readonly database: string; readonly derived: string; readonly documentId: DocumentId }

async function judge({ database, derived, documentId }: JudgeMessage): Promise<void> {
  const stores = { db: new Database(database), derived: new DerivedDatabase(derived) }
  const pages = await stores.db.pageTexts.where('[documentId+index]').between([documentId, Dexie.minKey], [documentId, Dexie.maxKey]).toArray()
  const judged = judgeTexts(pages.map(({ text }) => text))
  const rows = textQuality(stores.derived)
  await stores.derived.transaction('rw', rows, stores.derived.steps, async () => {
    const known = new Map((await rows.where('documentId').equals(documentId).toArray()).map((row) => [row.index, row]))
    await rows.where('documentId').equals(documentId).delete()
    for (const [at, page] of pages.entries()) {
      const doubts = judged[at] ?? []
      const compared = known.get(page.index)?.compared ?? null
      if (doubts.length > 0 || compared !== null) await rows.put({ documentId, index: page.index, doubts, compared })
    }
    await stores.derived.steps.put({ documentId, step: JUDGED, form: JUDGED_FORM, at: new Date().toISOString() })
  })
  stores.db.close()
  stores.derived.close()
}

self.addEventListener('message', ({ data }: MessageEvent<JudgeMessage>) => {
  judge(data).then(
    () => self.postMessage(data.documentId, {}),
    // Told to the window as the error of the worker that it is.
    (thrown: unknown) =>
      setTimeout(() => {
        throw thrown
      }),
  )
})
