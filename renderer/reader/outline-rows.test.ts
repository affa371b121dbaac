import type { OutlineItem } from '@shared/documents/document'
import { describe, expect, test } from 'vitest'
import { outlineRows, rowFor, sectionOf } from './outline-rows'

const item = (title: string, pageIndex: number | null, children: readonly OutlineItem[] = []): OutlineItem => ({
  title,
  pageIndex,
  children,
})
const OUTLINE = [
  item('Summary', 0),
  item('Findings', 3, [item('First', 3), item('Second', 8, [item('A table', 9)])]),
  item('Annex', null, [item('Letters', 20)]),
]

describe('the outline', () => {
  test('shows only what stands under open entries', () => {
    expect(outlineRows(OUTLINE, new Set()).map((row) => row.item.title)).toEqual(['Summary', 'Findings', 'Annex'])
    expect(outlineRows(OUTLINE, new Set(['1', '1.1'])).map((row) => `${row.level} ${row.item.title}`)).toEqual([
      '1 Summary',
      '1 Findings',
      '2 First',
      '2 Second',
      '3 A table',
      '1 Annex',
    ])
  })

  test.each([
    [0, '0'],
    [2, '0'],
    [3, '1.0'],
    [8, '1.1'],
    [15, '1.1.0'],
    [30, '2.0'],
  ])('page %i stands in the section %s, the innermost that begins on it or before', (page, path) => {
    expect(sectionOf(OUTLINE, page)).toBe(path)
  })

  test('a page before the first section stands in none', () => expect(sectionOf([item('Late', 5)], 2)).toBeNull())

  test('a section under a closed entry is marked at the entry that can be seen', () => {
    expect(rowFor(outlineRows(OUTLINE, new Set()), '1.1.0')?.item.title).toBe('Findings')
    expect(rowFor(outlineRows(OUTLINE, new Set(['1'])), '1.1.0')?.item.title).toBe('Second')
  })
})
