import 'fake-indexeddb/auto'
import { aDocument } from '@shared/testing/builders'
import { pageIndex } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Database, type PageRow } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import { compareSample, type RecogniseOnce, sampleOf } from './compare-sample'
import { isDoubted, textQuality } from './text-quality-rows'

const document = aDocument({ pageCount: 8 })
const PRINTED =
  'The agency found no records that respond to the request, and says so in a letter that it signed and dated in the month of May.'
const ANOTHER =
  'Minutes of a meeting about parking, held in the basement, at which nobody spoke of anything else but spaces for bicycles there.'
let stores: { readonly db: Database; readonly derived: DerivedDatabase }

const page = (index: number, content: PageRow['content']): PageRow => ({
  documentId: document.id,
  index: pageIndex(index),
  label: null,
  box: [0, 0, 612, 792],
  rotation: 0,
  userUnit: 1,
  content,
})
const recognised =
  (text: string): RecogniseOnce =>
  async (documentId, pageIndex) => ({
    documentId,
    pageIndex,
    text: { text, runs: [] },
    words: [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => [index, index + word.length, 96] as const),
    confidence: 96,
    turned: 0,
    extractor: { name: 'sample', version: '1' },
    languages: 'eng',
  })

beforeEach(async () => {
  stores = { db: new Database('compare-sample'), derived: new DerivedDatabase('compare-sample-derived') }
  await stores.db.pages.bulkPut(Array.from({ length: 8 }, (_, index) => page(index, index < 6 ? 'both' : 'text')))
  await stores.db.pageTexts.bulkPut(
    Array.from({ length: 8 }, (_, index) => ({ documentId: document.id, index: pageIndex(index), text: PRINTED, runs: [] })),
  )
})
afterEach(async () => {
  stores.db.close()
  stores.derived.close()
  await Promise.all([Dexie.delete('compare-sample'), Dexie.delete('compare-sample-derived')])
})
const doubted = async (): Promise<readonly number[]> =>
  (await textQuality(stores.derived).toArray()).filter(isDoubted).map((row) => row.index)

test('the sample is spread over the pictures with a text layer and the doubted pages, and is empty where there are none', () => {
  expect(
    sampleOf(
      Array.from({ length: 9 }, (_, index) => page(index, 'both')),
      new Set(),
    ),
  ).toEqual([1, 4, 7])
  expect(sampleOf([page(0, 'text'), page(1, 'text'), page(2, 'text')], new Set([1]))).toEqual([1])
  expect(sampleOf([page(0, 'text'), page(1, 'image')], new Set())).toEqual([])
})

describe('a text layer over scanned pages', () => {
  test('is believed where the pictures say the same', async () => {
    await compareSample(stores, document.id, recognised(PRINTED))
    expect(await doubted()).toEqual([])
  })
  test('is doubted on all of them where the sampled pictures say something else', async () => {
    await compareSample(stores, document.id, recognised(ANOTHER))
    expect(await doubted()).toEqual([0, 1, 2, 3, 4, 5])
  })
  test('is doubted on the page alone where only one picture says something else', async () => {
    await compareSample(stores, document.id, (id, index) => recognised(index === 3 ? ANOTHER : PRINTED)(id, index))
    expect(await doubted()).toEqual([3])
  })
  test('is left alone where nothing could be recognised', async () => {
    await compareSample(stores, document.id, async () => null)
    expect(await textQuality(stores.derived).count()).toBe(0)
  })
})
