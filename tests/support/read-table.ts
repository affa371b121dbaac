import type { Page } from '@playwright/test'

/** All rows of a table of the library, as its IndexedDB holds them. */
export const readTable = <Row>(page: Page, table: string): Promise<readonly Row[]> => read<Row>(page, 'vouch', table, 'getAll')

/** The keys of a table of what can be worked out again (small pictures, texts as items). */
export const readDerivedKeys = <Key>(page: Page, table: string): Promise<readonly Key[]> =>
  read<Key>(page, 'vouch-derived', table, 'getAllKeys')

const read = <Value>(page: Page, database: string, table: string, what: 'getAll' | 'getAllKeys'): Promise<readonly Value[]> =>
  page.evaluate(
    ({ database, table, what }) =>
      new Promise<readonly Value[]>((found, fail) => {
        const opening = indexedDB.open(database)
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const reading: IDBRequest = opening.result.transaction(table).objectStore(table)[what]()
          reading.onerror = () => fail(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            found(reading.result)
          }
        }
      }),
    { database, table, what },
  )

/** The page indexes (from 0) at which documents were left, as the library remembers them. */
export async function rememberedPages(page: Page): Promise<readonly number[]> {
  const rows = await readTable<{ readonly key: string; readonly value: unknown }>(page, 'preferences')
  const places = rows.find(({ key }) => key === 'lastPlaces')?.value as Readonly<Record<string, { readonly page: number }>> | undefined
  return Object.values(places ?? {}).map((place) => place.page)
}
