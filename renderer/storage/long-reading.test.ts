import 'fake-indexeddb/auto'
import { newId } from '@shared/units/ids'
import { expect, test } from 'vitest'
import { DerivedDatabase } from './derived-database'
import { watchLongReading } from './long-reading'

test('a long reading comes to its end while what it reads changes all the time, and is done again afterwards', async () => {
  const derived = new DerivedDatabase(newId('test'))
  const table = derived.rows<{ readonly documentId: string; readonly index: number }, number>('identifiers')
  const told: number[] = []
  const read = async (): Promise<number> => {
    // As many pieces as there are changes: each falls into a reading.
    for (let piece = 0; piece < 3; piece += 1) await table.add({ documentId: 'a', index: told.length * 3 + piece })
    return table.count()
  }
  let readings = 0
  const stop = watchLongReading(
    () => table.count(),
    async () => (readings++ < 3 ? read() : table.count()),
    (count) => told.push(count),
    0,
  )
  await expect.poll(() => told.slice(0, 4)).toEqual([3, 6, 9, 9])
  await table.add({ documentId: 'b', index: 0 })
  await expect.poll(() => told.at(-1)).toBe(10)
  stop()
  await derived.delete()
})
