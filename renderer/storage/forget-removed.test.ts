import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database } from './database'
import { DerivedDatabase } from './derived-database'
import { forgetRemoved } from './forget-removed'

const [kept, gone] = ['a'.repeat(64), 'b'.repeat(64)]
let db: Database
let derived: DerivedDatabase
let stop = (): void => undefined

beforeEach(async () => {
  const name = String(Math.random())
  db = new Database(`library-${name}`)
  derived = new DerivedDatabase(`derived-${name}`)
  await Promise.all([db.open(), derived.open()])
  await db.rows('documents').bulkPut([
    { id: kept, name: 'kept' },
    { id: gone, name: 'gone' },
  ])
  for (const documentId of [kept, gone]) await derived.table('pageFindings').put({ documentId, index: 0 })
})
afterEach(async () => {
  stop()
  await Promise.all([db.delete(), derived.delete()])
})

test('what was computed of a document goes when the document leaves the library', async () => {
  stop = forgetRemoved(db, derived)
  await expect.poll(() => derived.documentIds()).toEqual([kept, gone])
  // The watcher has to have seen the document once.
  await new Promise((done) => setTimeout(done, 50))
  await db.rows('documents').delete(gone)
  await expect.poll(() => derived.documentIds()).toEqual([kept])
})

test('what belongs to no document any more goes at the start, unless a file is on its way in', async () => {
  await db.rows('documents').delete(gone)
  stop = forgetRemoved(db, derived)
  await expect.poll(() => derived.documentIds()).toEqual([kept])
  stop()
  await derived.table('pageFindings').put({ documentId: gone, index: 0 })
  await db.imports.put({ id: '1', name: 'arriving.pdf', bytes: 1, documentId: null, queuedAt: '2026-01-01T00:00:00.000Z' })
  stop = forgetRemoved(db, derived)
  await new Promise((done) => setTimeout(done, 50))
  expect(await derived.documentIds()).toEqual([kept, gone])
})
