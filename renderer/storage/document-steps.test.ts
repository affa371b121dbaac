import 'fake-indexeddb/auto'
import type { DocumentId } from '@shared/documents/document'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ImportItem } from '../import/import-queue'
import { Database } from './database'
import { DerivedDatabase } from './derived-database'
import { documentsDone, isDone, keepDoing, markDone } from './document-steps'
import { watchedValue } from './watched-value'

const [first, second, locked] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)] as unknown as readonly [DocumentId, DocumentId, DocumentId]
const BEFORE = { step: 'before', form: 1 }
const STEP = { step: 'this', form: 2 }
const arriving: ImportItem = {
  id: '1' as ImportItem['id'],
  name: 'arriving.pdf',
  bytes: 1,
  step: 'waiting',
  media: 'pdf',
  pages: null,
  result: null,
}

let db: Database
let derived: DerivedDatabase
let stop = (): void => undefined
const items = watchedValue<readonly ImportItem[]>([])
const worked: DocumentId[] = []
const retry = watchedValue(0)

const keep = (fails: readonly DocumentId[] = [], throws: readonly DocumentId[] = []): void => {
  stop = keepDoing({ db, derived, imports: { items } }, { step: STEP, after: BEFORE, retry }, async (id) => {
    worked.push(id)
    if (fails.includes(id)) return false
    if (throws.includes(id)) throw new Error('the disk is full')
    await markDone(derived, id, STEP)
    return true
  })
}

beforeEach(async () => {
  const name = String(Math.random())
  db = new Database(`library-${name}`)
  derived = new DerivedDatabase(`derived-${name}`)
  await Promise.all([db.open(), derived.open()])
  await db.rows('documents').bulkPut([
    { id: first, status: 'ready' },
    { id: second, status: 'ready' },
    { id: locked, status: 'locked' },
  ])
  items.set([])
  worked.length = 0
})
afterEach(async () => {
  stop()
  await Promise.all([db.delete(), derived.delete()])
})

test('a step is done for each ready document, once the step before it is done for it', async () => {
  keep()
  await markDone(derived, second, BEFORE)
  await expect.poll(() => isDone(derived, second, STEP)).toBe(true)
  await markDone(derived, locked, BEFORE)
  await markDone(derived, first, BEFORE)
  await expect.poll(() => isDone(derived, first, STEP)).toBe(true)
  expect(worked).toEqual([second, first])
})

test('a step of an earlier form is done again, and one of the present form is not', async () => {
  for (const id of [first, second]) await markDone(derived, id, BEFORE)
  await markDone(derived, first, STEP)
  await markDone(derived, second, { ...STEP, form: 1 })
  keep()
  await expect.poll(() => documentsDone(derived, STEP)).toEqual(new Set([first, second]))
  expect(worked).toEqual([second])
})

test('what can’t be done now is not tried again before the next start, and keeps nobody waiting', async () => {
  for (const id of [first, second]) await markDone(derived, id, BEFORE)
  keep([first])
  await expect.poll(() => isDone(derived, second, STEP)).toBe(true)
  stop()
  keep()
  await expect.poll(() => isDone(derived, first, STEP)).toBe(true)
  expect(worked).toEqual([first, second, first])
})

test('work that throws is told, and keeps nobody waiting', async () => {
  const told: unknown[] = []
  const later = setTimeout
  vi.stubGlobal('setTimeout', (task: () => void, ms?: number) =>
    later(() => {
      try {
        task()
      } catch (thrown) {
        told.push(thrown)
      }
    }, ms),
  )
  for (const id of [first, second]) await markDone(derived, id, BEFORE)
  keep([], [first])
  await expect.poll(() => isDone(derived, second, STEP)).toBe(true)
  await expect.poll(() => told).toEqual([new Error('the disk is full')])
  vi.unstubAllGlobals()
})

test('what could not be done is tried again when what it waits for has changed', async () => {
  await markDone(derived, first, BEFORE)
  const fails = [first]
  keep(fails)
  await expect.poll(() => worked).toEqual([first])
  fails.length = 0
  retry.set(1)
  await expect.poll(() => isDone(derived, first, STEP)).toBe(true)
  expect(worked).toEqual([first, first])
})

test('nothing is begun while a file is on its way in', async () => {
  items.set([arriving])
  for (const id of [first, second]) await markDone(derived, id, BEFORE)
  keep()
  await expect.poll(() => documentsDone(derived, BEFORE)).toEqual(new Set([first, second]))
  expect(worked).toEqual([])
  items.set([])
  await expect.poll(() => documentsDone(derived, STEP)).toEqual(new Set([first, second]))
})

test('of many documents the list is read once, not again after each; one that was removed meanwhile is left alone', async () => {
  const ids = Array.from({ length: 30 }, (_, at) => at.toString(16).padStart(64, 'd') as DocumentId)
  await db.rows('documents').bulkPut(ids.map((id) => ({ id, status: 'ready' })))
  for (const id of ids) await markDone(derived, id, BEFORE)
  const reads = vi.spyOn(db, 'all')
  const [removed] = ids.slice(-1)
  stop = keepDoing({ db, derived, imports: { items } }, { step: STEP, after: BEFORE }, async (id) => {
    if (worked.length === 0) await db.rows('documents').delete(removed ?? '')
    worked.push(id)
    await markDone(derived, id, STEP)
    return true
  })
  await expect.poll(() => documentsDone(derived, STEP).then((done) => done.size)).toBe(29)
  expect(worked).not.toContain(removed)
  expect(reads.mock.calls.length).toBeLessThan(6)
})
