import { stampRuleSchema } from '@shared/stamps/stamp-rule'
import { newId } from '@shared/units/ids'
import { pageLabel } from '@shared/units/pages'
import { describe, expect, it } from 'vitest'
import { findPage } from './find-page'

const pages = ['i', 'ii', '1', '2', 'JA 042'].map((label) => ({ label: pageLabel(label) }))

describe('going to a page', () => {
  it('finds a page by its label, in any case', () => {
    expect(findPage(pages, [], ' II ')).toBe(1)
    expect(findPage(pages, [], 'ja 042')).toBe(4)
  })

  it('takes a number as the label where a page has it, and as the place in the file otherwise', () => {
    expect(findPage(pages, [], '1')).toBe(2)
    expect(findPage(pages, [], '5')).toBe(4)
    expect(findPage(pages, [], '#1')).toBe(0)
  })

  it('finds nothing for what is no page', () => {
    expect([
      findPage(pages, [], '6'),
      findPage(pages, [], '0'),
      findPage(pages, [], ''),
      findPage(pages, [], 'xii'),
      findPage([{ label: null }], [], '-1'),
    ]).toEqual([null, null, null, null, null])
  })

  it('finds a page by its stamp, the next of several, and never instead of a place in the file', () => {
    const plain = Array.from({ length: 12 }, () => ({ label: null }))
    const series = (from: number, to: number) =>
      stampRuleSchema.parse({
        id: newId('stamprule'),
        documentId: 'a'.repeat(64),
        from,
        to,
        before: 'Page ',
        after: '',
        first: 1,
        step: 1,
        digits: 0,
        exceptions: [],
        author: 'A',
        at: '2026-01-01T00:00:00.000Z',
      })
    const rules = [series(0, 5), series(6, 11)]
    expect(findPage(plain, rules, 'page 3')).toBe(2)
    expect(findPage(plain, rules, 'Page 3', 2)).toBe(8)
    expect(findPage(plain, rules, 'page 3', 8)).toBe(2)
    expect(findPage(plain, rules, '3')).toBe(2)
    expect(findPage(plain, rules, '#9')).toBe(8)
  })
})
