import { describe, expect, test } from 'vitest'
import { aDocument } from '../testing/builders'
import { pagesByStamp } from './pages-by-stamp'
import { type StampRule, stampRuleSchema } from './stamp-rule'

const rule = (over: Partial<Record<keyof StampRule, unknown>>): StampRule =>
  stampRuleSchema.parse({
    id: 'stamprule_a',
    documentId: aDocument().id,
    from: 0,
    to: 9,
    before: 'DOJ_',
    after: '',
    first: 1234,
    step: 1,
    digits: 6,
    exceptions: [{ page: 4, stamp: 'DOJ_001238-A' }],
    author: 'A',
    at: '2026-01-01T00:00:00.000Z',
    ...over,
  })
const filing = rule({
  id: 'stamprule_b',
  before: 'Case 1:19-cv-07058 Document 52 Page ',
  after: ' of 10',
  first: 1,
  digits: 0,
  exceptions: [],
})

describe('the page that a stamp names', () => {
  test('is found by the whole stamp in any case', () => expect(pagesByStamp([rule({})], ' doj_001235 ')).toEqual([1]))
  test('is found by the number alone, zeros aside, and not by part of a number', () => {
    expect(pagesByStamp([rule({})], '1236')).toEqual([2])
    expect(pagesByStamp([rule({})], '236')).toEqual([])
  })
  test('is found by the end of a filing header', () => expect(pagesByStamp([rule({}), filing], 'page 3 of 10')).toEqual([2]))
  test('is found by what was set by hand, and not by what the rule would have said there', () => {
    expect(pagesByStamp([rule({})], 'DOJ_001238-A')).toEqual([4])
    expect(pagesByStamp([rule({})], 'DOJ_001238')).toEqual([])
  })
  test('is every page that carries it where a series begins anew', () =>
    expect(pagesByStamp([rule({}), rule({ id: 'stamprule_c', from: 20, to: 24 })], 'DOJ_001234')).toEqual([0, 20]))
  test('is none for empty words', () => expect(pagesByStamp([rule({})], ' ')).toEqual([]))
})
