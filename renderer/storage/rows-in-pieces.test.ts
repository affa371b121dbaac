import 'fake-indexeddb/auto'
import type { DocumentId } from '@shared/documents/document'
import { newId } from '@shared/units/ids'
import { expect, test, vi } from 'vitest'
import { DerivedDatabase } from './derived-database'
import { rowsInPieces } from './rows-in-pieces'

type Row = { readonly documentId: DocumentId; readonly index: number }

test('all rows of a table come in the order of their keys, never more at once than was said', async () => {
  const derived = new DerivedDatabase(newId('test'))
  const table = derived.rows<Row, [string, number]>('pageFindings')
  const rows = ['a', 'b'].flatMap((letter) =>
    Array.from({ length: 4 }, (_, index) => ({ documentId: letter.repeat(64) as DocumentId, index })),
  )
  await table.bulkPut(rows.toReversed())
  const fetched = vi.spyOn(IDBObjectStore.prototype, 'getAll')
  expect(await rowsInPieces(table, 3)).toEqual(rows)
  const sizes = await Promise.all(fetched.mock.results.map(({ value }) => (value as IDBRequest<readonly Row[]>).result.length))
  expect(sizes).toEqual([3, 3, 2])
  fetched.mockRestore()
  await derived.delete()
})

test('an empty table has none', async () => {
  const derived = new DerivedDatabase(newId('test'))
  expect(await rowsInPieces(derived.rows('identifiers'), 3)).toEqual([])
  await derived.delete()
})
