import 'fake-indexeddb/auto'
import { newId } from '@shared/units/ids'
import { Dexie, liveQuery } from 'dexie'
import { expect, test } from 'vitest'
import { Database } from './database'

const entryOf = (seq: number, recordIds: readonly string[]) => ({ seq, recordIds, entry: {}, rows: [], tallies: {} }) as never

test('a long entry is written whole, is found by each record that it names, and live queries are asked again', async () => {
  const db = new Database(newId('test'))
  const ids = Array.from({ length: 300 }, (_, at) => `mark_${at}`)
  const seen: number[] = []
  const history = liveQuery(() => db.custody.where('recordIds').equals('mark_299').count()).subscribe((count) => seen.push(count))
  await expect.poll(() => seen).toEqual([0])
  let noted = 0
  const count = (parts: Record<string, unknown>): void => {
    noted = JSON.stringify(parts).length
  }
  Dexie.on('storagemutated', count)
  await db.transaction('rw', db.custody, () => db.custody.put(entryOf(1, ids)))
  await expect.poll(() => seen.at(-1)).toBe(1)
  expect((await db.custody.get(1))?.recordIds).toEqual(ids)
  expect(noted).toBeGreaterThan(0)
  expect(noted).toBeLessThan(2000)
  await db.custody.put(entryOf(2, ['mark_299']))
  await expect.poll(() => seen.at(-1)).toBe(2)
  expect(await db.custody.where('recordIds').equals('mark_7').primaryKeys()).toEqual([1])
  Dexie.on.storagemutated.unsubscribe(count)
  history.unsubscribe()
  await db.delete()
})
