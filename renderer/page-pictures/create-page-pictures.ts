import type { DocumentId } from '@shared/documents/document'
import type { OpenDocuments } from '../pdf/open-documents'
import { blobOf, type KeptPicture, type PagePictures } from './page-pictures'
import { paintThumbnail } from './paint-thumbnail'
import { createPaintQueue } from './paint-queue'
import type { PictureStore } from './picture-store'

type Parts = { readonly store: PictureStore; readonly documents: Pick<OpenDocuments, 'open' | 'release'> }
type Subject = { readonly documentId: DocumentId; readonly index: number }

/** The kept pictures of pages, made where they are missing. */
export function createPagePictures({ store, documents }: Parts): PagePictures {
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
  return {
    async thumbnail(documentId, index, { signal } = {}) {
      const kept = await store.get(documentId, index, 'small')
      if (kept !== null) return blobOf(kept)
      return queue.ask({ documentId, index }, signal)
    },
    kept: (documentId, index, size) => store.get(documentId, index, size),
    keptBetween: (documentId, from, to, size) => store.between(documentId, from, to, size),
    keep: async (picture) => void (await store.put(picture)),
  }
}
