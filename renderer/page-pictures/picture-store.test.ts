import 'fake-indexeddb/auto'
import { type DocumentId, documentIdSchema } from '@shared/documents/document'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DerivedDatabase } from '../storage/derived-database'
import { createPictureStore } from './picture-store'
import type { PictureSize } from './page-pictures'

const HOUR = 3_600_000
const document = (letter: string): DocumentId => documentIdSchema.parse(letter.repeat(64))
const picture = (documentId: DocumentId, index: number, bytes: number, size: PictureSize = 'small') => ({
  documentId,
  index,
  size,
  data: new Uint8Array(bytes),
  type: 'image/webp',
  width: 160,
  height: 207,
})

let derived: DerivedDatabase
let time = 0
const storeOf = (budget: number) =>
  createPictureStore(
    derived,
    async () => budget,
    () => time,
  )

beforeEach(async () => {
  time = 1000 * HOUR
  derived = new DerivedDatabase(`pictures-${Math.random()}`)
  await derived.open()
})
afterEach(() => derived.delete())

test('a kept picture comes back as it was, by document, page and size', async () => {
  const store = storeOf(1_000_000)
  await store.put(picture(document('a'), 3, 40))
  expect(await store.get(document('a'), 3, 'small')).toMatchObject({ index: 3, bytes: 40, width: 160 })
  expect(await store.get(document('a'), 3, 'readable')).toBeNull()
  expect(await store.get(document('b'), 3, 'small')).toBeNull()
})

test('pictures of neighbouring pages are read together, and pages without one are left out', async () => {
  const store = storeOf(1_000_000)
  for (const index of [0, 2, 3, 9]) await store.put(picture(document('a'), index, 10))
  expect((await store.between(document('a'), 1, 5, 'small')).map((kept) => kept.index)).toEqual([2, 3])
  expect([...(await store.pagesWith(document('a'), 'small'))].toSorted((a, b) => a - b)).toEqual([0, 2, 3, 9])
  expect((await store.pagesWith(document('a'), 'readable')).size).toBe(0)
})

test('over the budget the pictures unused for longest go, until a tenth of it is free', async () => {
  const store = storeOf(100)
  for (let index = 0; index < 20; index += 1) {
    time += HOUR
    await store.put(picture(document('a'), index, 10))
  }
  await store.fit()
  expect(await store.size()).toBe(90)
  expect([...(await store.pagesWith(document('a'), 'small'))].toSorted((a, b) => a - b)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19])
})

test('a picture that was looked at stays longer than one that was made after it', async () => {
  const store = storeOf(20)
  await store.put(picture(document('a'), 0, 10))
  time += HOUR
  await store.put(picture(document('a'), 1, 10))
  time += HOUR
  await store.get(document('a'), 0, 'small')
  await expect.poll(async () => (await derived.table('pagePictures').get([document('a'), 'small', 0])).usedAt).toBe(time)
  await store.put(picture(document('a'), 2, 5))
  await store.fit()
  expect([...(await store.pagesWith(document('a'), 'small'))]).toEqual([0, 2])
})

test('within the budget nothing goes', async () => {
  const store = storeOf(100)
  for (let index = 0; index < 10; index += 1) await store.put(picture(document('a'), index, 10))
  await store.fit()
  expect(await store.size()).toBe(100)
})

test('the pictures of one document go with it and leave the others', async () => {
  const store = storeOf(1000)
  await store.put(picture(document('a'), 0, 10))
  await store.put(picture(document('a'), 0, 30, 'readable'))
  await store.put(picture(document('b'), 0, 10))
  await derived.forget(document('a'))
  expect(await store.size()).toBe(10)
  expect(await store.get(document('b'), 0, 'small')).not.toBeNull()
})
