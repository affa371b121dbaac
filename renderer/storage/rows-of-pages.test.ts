import 'fake-indexeddb/auto'
import { aDocument } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EXAMINED, findingsOf } from '../redactions/page-findings'
import { DerivedDatabase } from './derived-database'
import { rowsOfPages } from './rows-of-pages'

const [one, other] = [aDocument().id, aDocument().id]
let derived: DerivedDatabase
const indexes = async (...range: readonly [from?: number, to?: number]): Promise<readonly number[]> =>
  (await rowsOfPages(findingsOf(derived), one, ...range)).map(({ index }) => index)

beforeEach(async () => {
  derived = new DerivedDatabase(newId('test'))
  await findingsOf(derived).bulkPut(
    [one, other].flatMap((documentId) =>
      Array.from({ length: 350 }, (_, at) => ({
        documentId,
        index: at * 2,
        form: EXAMINED.form,
        boxes: [],
        failed: [],
        failedToLook: false,
      })),
    ),
  )
})
afterEach(async () => {
  derived.close()
  await Dexie.delete(derived.name)
})

it('all rows of a document come in the order of its pages, those of many pages in pieces', async () => {
  const fetched = vi.spyOn(findingsOf(derived), 'where')
  expect(await indexes()).toEqual(Array.from({ length: 350 }, (_, at) => at * 2))
  expect(fetched.mock.calls.length).toBeGreaterThan(2)
})
it('the rows are those of the pages that were asked for, both ends included', async () => {
  expect(await indexes(3, 8)).toEqual([4, 6, 8])
  expect(await indexes(100, 498)).toEqual(Array.from({ length: 200 }, (_, at) => 100 + at * 2))
  expect(await indexes(698)).toEqual([698])
  expect(await indexes(699)).toEqual([])
})
