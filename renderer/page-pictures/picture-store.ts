import type { DocumentId } from '@shared/documents/document'
import { Dexie } from 'dexie'
import type { DerivedDatabase } from '../storage/derived-database'
import type { KeptPicture, PictureSize } from './page-pictures'

/** How exact the time of last use is, ms: a row is not written anew each time that it is looked at. */
const USE_EXACT_TO = 3_600_000
/** Bytes written until the budget is looked at again. */
const LOOK_AFTER = 8 * 1024 * 1024
/** Share of the budget that is left after pictures had to go, so that not every new one costs an old one. */
const LEFT_AFTER = 0.9

type Key = [documentId: string, size: PictureSize, index: number]

/** Where kept pictures lie. */
export type PictureStore = {
  get(documentId: DocumentId, index: number, size: PictureSize): Promise<KeptPicture | null>
  between(documentId: DocumentId, from: number, to: number, size: PictureSize): Promise<readonly KeptPicture[]>
  /** Pages of a document that have a picture of the size. */
  pagesWith(documentId: DocumentId, size: PictureSize): Promise<ReadonlySet<number>>
  /** Keeps a picture, and lets others go where the budget is used up. False where the disk has no room for it. */
  put(picture: Omit<KeptPicture, 'bytes' | 'usedAt'>): Promise<boolean>
  /** Bytes of all kept pictures. */
  size(): Promise<number>
  /** Lets the pictures go that were unused for longest until the rest fits into the budget. */
  fit(): Promise<void>
  clear(): Promise<void>
}

/**
 * @param budget bytes that all pictures may take
 * @param now ms since 1970
 */
export function createPictureStore(derived: DerivedDatabase, budget: () => Promise<number>, now: () => number = Date.now): PictureStore {
  const table = derived.rows<KeptPicture, Key>('pagePictures')
  let written = LOOK_AFTER
  const hour = (): number => Math.floor(now() / USE_EXACT_TO) * USE_EXACT_TO

  const touch = (pictures: readonly KeptPicture[]): void => {
    const usedAt = hour()
    const stale = pictures.filter((picture) => picture.usedAt < usedAt)
    if (stale.length > 0) void table.bulkPut(stale.map((picture) => ({ ...picture, usedAt })))
  }

  /** Keys of all pictures, longest unused first, with their bytes: from the index, without reading a picture. */
  const byUse = async (): Promise<readonly { readonly key: Key; readonly bytes: number }[]> => {
    const rows: { key: Key; bytes: number }[] = []
    await table.orderBy('[usedAt+bytes]').eachKey((indexed, { primaryKey }) => {
      const bytes: unknown = Array.isArray(indexed) ? indexed[1] : 0
      rows.push({ key: primaryKey, bytes: typeof bytes === 'number' ? bytes : 0 })
    })
    return rows
  }

  const fit = async (): Promise<void> => {
    const [most, rows] = await Promise.all([budget(), byUse()])
    let total = rows.reduce((sum, row) => sum + row.bytes, 0)
    if (total <= most) return
    const going: Key[] = []
    for (const row of rows) {
      if (total <= most * LEFT_AFTER) break
      going.push(row.key)
      total -= row.bytes
    }
    await table.bulkDelete(going)
  }

  return {
    async get(documentId, index, size) {
      const picture = await table.get([documentId, size, index])
      if (picture === undefined) return null
      touch([picture])
      return picture
    },
    async between(documentId, from, to, size) {
      const found = await table.where(':id').between([documentId, size, from], [documentId, size, to], true, true).toArray()
      touch(found)
      return found
    },
    async pagesWith(documentId, size) {
      const keys = await table.where(':id').between([documentId, size, 0], [documentId, size, Number.MAX_SAFE_INTEGER]).primaryKeys()
      return new Set(keys.map((key) => key[2]))
    },
    async put(picture) {
      try {
        await table.put({ ...picture, bytes: picture.data.length, usedAt: hour() })
      } catch (thrown) {
        // The disk is full, or the database was closed with the window: pictures are the first thing to do without.
        if (thrown instanceof Dexie.DexieError) return false
        throw thrown
      }
      written += picture.data.length
      if (written < LOOK_AFTER) return true
      written = 0
      await fit()
      return true
    },
    size: async () => (await byUse()).reduce((sum, row) => sum + row.bytes, 0),
    fit,
    clear: () => table.clear(),
  }
}
