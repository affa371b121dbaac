import 'fake-indexeddb/auto'
import { aDocument, anAnnotation } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { expect, test, vi } from 'vitest'
import { Database, rowOfRecord } from './database'
import { countsByDocument, keysByDocument } from './keys-by-document'

test('the marks of each document are told from the index, in a few steps for each document and not one for each mark', async () => {
  const db = new Database(newId('test'))
  const [a, b] = [aDocument({ name: 'a.pdf' }), aDocument({ name: 'b.pdf' })]
  const marks = Array.from({ length: 50 }, (_, at) => anAnnotation(at % 5 === 0 ? b : a))
  await db.rows('annotations').bulkPut(marks.map((mark) => rowOfRecord('annotations', mark)))
  const steps = vi.spyOn(IDBCursor.prototype, 'continue')
  const keys = await keysByDocument(db.annotations)
  expect(new Map([...keys].map(([document, own]) => [document, new Set(own)]))).toEqual(
    new Map([a, b].map(({ id }) => [id, new Set(marks.filter((mark) => mark.documentId === id).map((mark) => mark.id))])),
  )
  expect(await countsByDocument(db.annotations)).toEqual(
    new Map([
      [a.id, 40],
      [b.id, 10],
    ]),
  )
  expect(steps.mock.calls.length).toBeLessThanOrEqual(6)
  steps.mockRestore()
  await db.delete()
})

test('a table without rows has no documents', async () => {
  const db = new Database(newId('test'))
  expect(await keysByDocument(db.annotations)).toEqual(new Map())
  await db.delete()
})
