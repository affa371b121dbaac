import 'fake-indexeddb/auto'
import type { DocumentId } from '@shared/documents/document'
import type { ExtractedPage } from '@shared/documents/page'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { Dexie, liveQuery } from 'dexie'
import { expect, test } from 'vitest'
import { Database } from './database'
import { addPages } from './document-texts'

const id = 'a'.repeat(64) as unknown as DocumentId
const pageOf = (index: number): ExtractedPage => ({
  page: { index: pageIndex(index), label: null, box: [0, 0, 600, 800], rotation: 0, userUnit: 1, content: 'text' },
  text: { text: `page ${index}`, runs: [] },
})

test('pages are added to those before, live queries see them, and of all of them they are told one thing', async () => {
  const db = new Database(newId('test'))
  const seen: number[] = []
  const watching = liveQuery(() => db.pages.where('documentId').equals(id).count()).subscribe((count) => seen.push(count))
  await expect.poll(() => seen).toEqual([0])
  const told: number[] = []
  const note = (parts: unknown): void => void told.push(JSON.stringify(parts).length)
  Dexie.on('storagemutated', note)
  await addPages(
    db,
    id,
    Array.from({ length: 40 }, (_, index) => pageOf(index)),
  )
  await addPages(db, id, [40, 41].map(pageOf))
  await expect.poll(() => seen.at(-1)).toBe(42)
  expect((await db.pageTexts.get([id, 41]))?.text).toBe('page 41')
  expect(Math.max(...told)).toBeLessThan(3000)
  Dexie.on.storagemutated.unsubscribe(note)
  watching.unsubscribe()
  await db.delete()
})

test('no pages are nothing to do', async () => {
  const db = new Database(newId('test'))
  await addPages(db, id, [])
  expect(await db.pages.count()).toBe(0)
  await db.delete()
})
