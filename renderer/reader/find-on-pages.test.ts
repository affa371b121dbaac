import 'fake-indexeddb/auto'
import { aDocument } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DerivedDatabase } from '../storage/derived-database'
import { commandBench } from '../testing/command-bench'
import { findOnPages, type FoundPlace } from './find-on-pages'

const { id: documentId } = aDocument()
const options = { matchCase: false, wholeWords: false }
let bench: ReturnType<typeof commandBench>
let derived: DerivedDatabase

async function found(query: string, most: number, pages: readonly number[]): Promise<readonly FoundPlace[]> {
  const places: FoundPlace[] = []
  for await (const { answers } of findOnPages({ db: bench.db, derived }, { documentId, query, options, most }, pages))
    places.push(...answers)
  return places
}

beforeEach(async () => {
  bench = commandBench(newId('test'))
  derived = new DerivedDatabase(newId('test'))
  const texts = ['Agency and agency', 'nothing', 'ab\n'.repeat(3000)]
  await bench.db.pageTexts.bulkPut(texts.map((text, index) => ({ documentId, index: pageIndex(index), text, runs: [] })))
})
afterEach(async () => {
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})

it('words are found on the pages asked for, in their order, as many as are wanted', async () => {
  expect(await found('agency', 10, [1, 0, 9])).toEqual([
    { page: 0, start: 0, end: 6 },
    { page: 0, start: 11, end: 17 },
  ])
  const many = await found('ab', 2500, [2, 0])
  expect(many).toHaveLength(2500)
  expect(many.at(-1)).toEqual({ page: 2, start: 7497, end: 7499 })
  expect(await found('  ', 10, [0])).toEqual([])
})
