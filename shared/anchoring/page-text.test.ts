import { describe, expect, test } from 'vitest'
import { type TextItem, buildPageText, itemStarts, offsetInText, placeInItems } from './page-text'

const item = (str: string, x: number, y: number, more: Partial<TextItem> = {}): TextItem => ({
  str,
  dir: 'ltr',
  transform: [10, 0, 0, 10, x, y],
  width: str.length * 5,
  height: 10,
  hasEOL: false,
  ...more,
})

describe("a page's text", () => {
  test('keeps the characters of every item and ends lines where the items do', () => {
    expect(buildPageText([item('one two', 0, 700, { hasEOL: true }), item('three', 0, 688)]).text).toBe('one two\nthree')
  })
  test('has a space where items stand apart on a line with nothing between them', () => {
    expect(buildPageText([item('Total', 0, 700), item('$10', 60, 700)]).text).toBe('Total $10')
  })
  test('has no space where items touch', () => {
    expect(buildPageText([item('foot', 0, 700), item('note', 20, 700)]).text).toBe('footnote')
  })
  test('keeps a raised figure beside its word', () => {
    expect(buildPageText([item('stage.', 0, 700), item('6', 30, 704, { height: 6, width: 3 })]).text).toBe('stage.6')
  })
  test('has a line break where the next item stands lower', () => {
    expect(buildPageText([item('first', 0, 700), item('second', 0, 688)]).text).toBe('first\nsecond')
  })
  test('has a space where the pen went back, as in an overprint', () => {
    expect(buildPageText([item('Case 1', 0, 700), item('Case 2', 4, 700)]).text).toBe('Case 1 Case 2')
  })
  test('does not part right-to-left items that follow each other leftwards', () => {
    const arabic = { dir: 'rtl' }
    expect(buildPageText([item('\u0639\u0627\u0644\u0645', 100, 700, arabic), item('\u0645\u0631\u062d', 85, 700, arabic)]).text).toBe(
      '\u0639\u0627\u0644\u0645\u0645\u0631\u062d',
    )
  })
  test('gives each visible item a run with its place, and blanks none', () => {
    const { text, runs } = buildPageText([
      item('one', 50, 700),
      item(' ', 65, 700),
      item('two', 70, 700, { hasEOL: true }),
      item('', 0, 0, { hasEOL: true }),
    ])
    expect(text).toBe('one two\n\n')
    expect(runs).toEqual([
      [0, 3, 50, 700, 15, 10, 0, 0],
      [4, 7, 70, 700, 15, 10, 0, 0],
    ])
  })
  test('knows all four directions of print, and vertical fonts from turned ones', () => {
    const turned = (a: number, b: number): number | undefined =>
      buildPageText([item('x', 0, 0, { transform: [a, b, -b, a, 0, 0] })]).runs[0]?.[6]
    expect([turned(10, 0), turned(0, 10), turned(-10, 0), turned(0, -10)]).toEqual([0, 90, 180, 270])
    const vertical = buildPageText([item('\u7e26\u66f8', 0, 0, { width: 10, height: 20, fontName: 'f1' })], { f1: { vertical: true } })
    expect(vertical.runs[0]).toEqual([0, 2, 0, 0, 20, 10, -90, 0])
  })
})

describe('a place in an item', () => {
  const items = [item('Total', 0, 700), item('$10', 60, 700, { hasEOL: true }), item('', 0, 0), item('Next', 0, 688)]
  const starts = itemStarts(items)
  const { text } = buildPageText(items)

  test('has an offset in the page text, gaps counted', () => {
    expect(starts).toEqual([0, 6, 10, 10])
    expect(text.slice(offsetInText(starts, 1, 1))).toBe('10\nNext')
  })
  test('comes back from its offset', () => {
    expect(placeInItems(starts, 7)).toEqual({ item: 1, offset: 1 })
    expect(placeInItems(starts, 12)).toEqual({ item: 3, offset: 2 })
  })
})
