import { aDisclosureEvent, aDocument } from '../testing/builders'
import type { PartialDate } from '../units/time'
import { expect, test } from 'vitest'
import { addressOfQuery, queryOfAddress } from './query-address'
import { EVERYTHING } from './search-query'
import { documentsInScope } from './search-scope'

const [early, late, unknown] = [aDocument(), aDocument(), aDocument()]
const date = (value: string) => value as PartialDate
const events = [
  { ...aDisclosureEvent(early), author: 'agency', trigger: 'compelled', date: date('2019') },
  { ...aDisclosureEvent(late), author: 'court', trigger: 'required', date: date('2021-03-04') },
  { ...aDisclosureEvent(unknown), author: 'agency', trigger: 'required', date: null },
] as const

test('a search is narrowed by channel and date, all to be true of one release', () => {
  expect(documentsInScope(EVERYTHING, events)).toBeNull()
  expect(documentsInScope({ ...EVERYTHING, authors: ['agency'] }, events)).toEqual([early.id, unknown.id])
  expect(documentsInScope({ ...EVERYTHING, authors: ['agency'], triggers: ['required'] }, events)).toEqual([unknown.id])
  expect(documentsInScope({ ...EVERYTHING, authors: ['agency'], documentIds: [early.id, late.id] }, events)).toEqual([early.id])
})

test('a date known in part may lie anywhere within it; an unknown date lies in no span', () => {
  expect(documentsInScope({ ...EVERYTHING, fromDate: date('2019-06') }, events)).toEqual([early.id, late.id])
  expect(documentsInScope({ ...EVERYTHING, toDate: date('2020') }, events)).toEqual([early.id])
  expect(documentsInScope({ ...EVERYTHING, fromDate: date('2021-03-05') }, events)).toEqual([])
})

test('a search survives its address; what an address cannot mean is left out', () => {
  const query = {
    ...EVERYTHING,
    words: '"a b" & c',
    fuzzy: true,
    kinds: ['page', 'claim'] as const,
    documentIds: [early.id],
    authors: ['press'] as const,
    fromDate: date('2019-06'),
    textOrigins: ['ocr'] as const,
  }
  expect(queryOfAddress(addressOfQuery(query))).toEqual(query)
  expect(queryOfAddress('q=x&in=nonsense&from=yesterday&doc=1')).toEqual({ ...EVERYTHING, words: 'x' })
})
