import { type DocumentId, isTable } from '@shared/documents/document'
import { liveQuery } from 'dexie'
import type { ImportQueue } from '../import/import-queue'
import type { Database } from '../storage/database'
import { watchedValue } from '../storage/watched-value'
import type { Watched } from '../workbench/workbench'
import { createThumbnailFiller, type Filling, type ThumbnailFiller } from './fill-thumbnails'
import type { PictureStore } from './picture-store'
import { createQuiet } from './quiet'

type Parts = {
  readonly db: Database
  readonly imports: Pick<ImportQueue, 'items'>
  readonly store: PictureStore
  readonly make: (documentId: DocumentId, index: number) => Promise<unknown>
  /** Bytes that all pictures may take. */
  readonly budget: () => Promise<number>
}

/** Share of the budget that thumbnails of documents nobody has opened may fill. */
const FOR_UNOPENED = 0.5
/** ms between two looks whether an import has ended. */
const LOOK_EVERY = 1000

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Makes thumbnails while nobody works: of documents as they are opened, and of those that come in from now on. */
export function keepFilling({ db, imports, store, make, budget }: Parts): {
  readonly filler: Pick<ThumbnailFiller, 'opened'>
  readonly filling: Watched<Filling | null>
  stop(): void
} {
  const quiet = createQuiet(window)
  const filling = watchedValue<Filling | null>(null)
  const importing = (): boolean => imports.items.get().some((item) => item.step !== 'done')
  const filler = createThumbnailFiller({
    pageCount: async (id) => {
      const document = await db.get('documents', id)
      return document?.status === 'ready' && !isTable(document) ? document.pageCount : null
    },
    pagesWith: (id) => store.pagesWith(id, 'small'),
    make,
    async quiet() {
      await quiet.wait()
      while (importing()) {
        await rest(LOOK_EVERY)
        await quiet.wait()
      }
    },
    roomForUnopened: async () => (await store.size()) < (await budget()) * FOR_UNOPENED,
    rest,
    tell: filling.set,
  })
  let known: ReadonlySet<string> | null = null
  const arriving = liveQuery(() => db.rows('documents').toCollection().primaryKeys()).subscribe((ids) => {
    for (const id of known === null ? [] : ids) if (known?.has(id) === false) filler.arrived(id as DocumentId)
    known = new Set(ids)
  })
  return {
    filler,
    filling,
    stop() {
      arriving.unsubscribe()
      quiet.stop()
      filler.stop()
    },
  }
}
