import type { DocumentId } from '@shared/documents/document'
import type { ImportQueue } from '../import/import-queue'
import type { OpenDocuments } from '../pdf/open-documents'
import { readPreference } from '../preferences/preferences'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import type { BackgroundTurns } from '../workbench/background-turns'
import { blobOf, type KeptPicture, type PagePictures } from './page-pictures'
import { paintThumbnail } from './paint-thumbnail'
import { createPaintQueue } from './paint-queue'
import { keepFilling } from './keep-filling'
import { createPictureStore } from './picture-store'

type Parts = {
  readonly db: Database
  readonly derived: DerivedDatabase
  readonly documents: Pick<OpenDocuments, 'open' | 'release'>
  readonly imports: Pick<ImportQueue, 'items'>
  readonly turns: BackgroundTurns
}
type Subject = { readonly documentId: DocumentId; readonly index: number }

const MEGABYTE = 1_000_000

/** The kept pictures of pages, made where they are missing. `stop` ends what is made meanwhile. */
export function createPagePictures({ db, derived, documents, imports, turns }: Parts): { readonly pictures: PagePictures; stop(): void } {
  const budget = async (): Promise<number> => (await readPreference(db, 'pictureBudget')) * MEGABYTE
  const store = createPictureStore(derived, budget)
  const paint = async ({ documentId, index }: Subject): Promise<Blob | null> => {
    const opened = await documents.open(documentId)
    try {
      if (!opened.ok || index >= opened.value.pageCount) return null
      const painted = await paintThumbnail(opened.value, index)
      if (painted === null) return null
      const picture: Omit<KeptPicture, 'bytes' | 'usedAt'> = { documentId, index, size: 'small', ...painted }
      await store.put(picture)
      return new Blob([painted.data], { type: painted.type })
    } finally {
      documents.release(documentId)
    }
  }
  const queue = createPaintQueue(paint, ({ documentId, index }) => `${documentId} ${index}`)
  const make = (documentId: DocumentId, index: number, signal?: AbortSignal): Promise<Blob | null> =>
    queue.ask({ documentId, index }, signal)
  const { filler, filling, stop } = keepFilling({
    db,
    imports,
    store,
    budget,
    make: (documentId, index) => turns.take(() => make(documentId, index)),
  })
  const pictures: PagePictures = {
    async thumbnail(documentId, index, { signal } = {}) {
      const kept = await store.get(documentId, index, 'small')
      return kept === null ? make(documentId, index, signal) : blobOf(kept)
    },
    kept: (documentId, index, size) => store.get(documentId, index, size),
    keptBetween: (documentId, from, to, size) => store.between(documentId, from, to, size),
    keep: async (picture) => void (await store.put(picture)),
    opened: filler.opened,
    filling,
    size: () => store.size(),
    fit: () => store.fit(),
    clear: () => store.clear(),
  }
  return { pictures, stop }
}
