import { describe, expect, test } from 'vitest'
import { aDocument } from '../testing/builders'
import { stampOf } from './stamp-of'
import { type StampRule, stampRuleSchema } from './stamp-rule'

const document = aDocument()
const rule = (over: Partial<Record<keyof StampRule, unknown>>): StampRule =>
  stampRuleSchema.parse({
    id: 'stamprule_a',
    documentId: document.id,
    from: 0,
    to: 9,
    before: 'JA ',
    after: '',
    first: 42,
    step: 1,
    digits: 3,
    exceptions: [],
    author: 'A',
    at: '2026-01-01T00:00:00.000Z',
    ...over,
  })

describe('the stamp of a page', () => {
  test('counts on from the first page of its range, filled with zeros', () =>
    expect([0, 5, 9, 10].map((page) => stampOf([rule({})], page))).toEqual(['JA 042', 'JA 047', 'JA 051', null]))
  test('is what was set by hand where the page parts from the rule', () =>
    expect(
      [1, 2].map((page) =>
        stampOf(
          [
            rule({
              exceptions: [
                { page: 1, stamp: 'JA 043-A' },
                { page: 2, stamp: null },
              ],
            }),
          ],
          page,
        ),
      ),
    ).toEqual(['JA 043-A', null]))
  test('names every series that the page carries, in the order in which they were confirmed', () =>
    expect(stampOf([rule({ before: 'Page ', after: ' of 24', first: 1, digits: 0, at: '2026-01-02T00:00:00.000Z' }), rule({})], 0)).toBe(
      'JA 042; Page 1 of 24',
    ))
})
