import { describe, expect, test } from 'vitest'
import type { PageText, TextRun } from '../documents/page'
import { findQuotation } from './find-quotation'
import { readingOrders } from './reading-order'

/** A page whose runs [text, x, y, height] are drawn in the order given; letters are half as wide as high. */
function drawn(...pieces: readonly (readonly [string, number, number, number?, number?])[]): PageText {
  let text = ''
  const runs: TextRun[] = pieces.map(([words, x, y, height = 10, angle = 0]) => {
    const start = text.length
    text += `${words}\n`
    return [start, start + words.length, x, y, words.length * height * 0.5, height, angle, 0]
  })
  return { text, runs }
}
const found = (page: PageText, quote: string) => {
  const passage = findQuotation(page, { quote })
  return 'ranges' in passage && passage.how !== 'approximate'
    ? passage.ranges.map(({ start, end }) => page.text.slice(start, end))
    : passage.how
}

describe('a quotation that the page draws in another order than it is read', () => {
  const columns = drawn(
    ['The agency shall', 50, 700],
    ['of the second', 300, 700],
    ['publish a list', 50, 688],
    ['column, which', 300, 688],
    ['of the systems', 50, 676],
    ['ends down here.', 300, 676],
  )
  test('is found down a column', () => {
    expect(found(columns, 'shall publish a list of the systems')).toEqual(['shall', 'publish a list', 'of the systems'])
  })
  test('is found from the foot of one column to the head of the next', () => {
    expect(found(columns, 'the systems of the second column')).toEqual(['the systems', 'of the second', 'column'])
  })
  test('is not found across the gutter in the order of columns only', () => {
    expect(readingOrders(columns)[0]?.text).not.toContain('shall of the second')
  })
  test('is found under a title that spans the columns', () => {
    const page = drawn(
      ['A title over both of the columns of this page', 50, 730, 12],
      ['one two', 50, 700],
      ['five six', 300, 700],
      ['three four', 50, 688],
      ['seven', 300, 688],
    )
    expect(found(page, 'this page one two three four five six seven')).toEqual(['this page\none two', 'three four', 'five six', 'seven'])
  })
  test('is found when lines were drawn from the last to the first', () => {
    expect(
      found(drawn(['third line', 50, 676], ['second line', 50, 688], ['first line', 50, 700]), 'first line second line third'),
    ).toEqual(['first line', 'second line', 'third'])
  })
  test('is found on turned print', () => {
    expect(found(drawn(['second line', 112, 50, 10, 90], ['first line', 100, 50, 10, 90]), 'first line second line')).toEqual([
      'first line',
      'second line',
    ])
  })
  test('is found behind an initial that spans two lines', () => {
    expect(
      found(drawn(['ntelligence holds', 62, 700], ['promise and peril', 62, 688], ['I', 50, 688, 24]), 'Intelligence holds promise'),
    ).toEqual(['I', 'ntelligence holds\npromise'])
  })
  test('is found once where bold was imitated by printing twice', () => {
    expect(
      found(drawn(['See', 30, 700], ['Non-Count', 50, 700], ['Non-Count', 50.3, 700], ['clinics', 120, 700]), 'See Non-Count clinics'),
    ).toEqual(['See\nNon-Count', 'clinics'])
  })
  test('is found under a stamp that overprints another', () => {
    const page = drawn(['Case 1:19 Document 32', 50, 760], ['Case 21-1233 Document 70', 52, 758], ['Page 8', 200, 760])
    expect(found(page, 'Case 1:19 Document 32 Page 8')).toEqual(['Case 1:19 Document 32', 'Page 8'])
  })
  test('is found beside numbers that count the lines in the margin, and not where numbers are those of a table', () => {
    const words = [
      'Q. Did you review the',
      'contract before it was',
      'awarded?',
      'A. I do not recall that',
      'I did.',
      'MR. SMITH: Objection.',
    ]
    const numbered = (numberOf: (at: number) => number) =>
      drawn(
        ...words.flatMap((line, at): [string, number, number, number][] => [
          [String(numberOf(at)), 50, 700 - at * 24, 9],
          [line, 64, 700 - at * 24, 12],
        ]),
      )
    expect(
      found(
        numbered((at) => at + 14),
        'the contract before it was awarded? A. I do not',
      ),
    ).toEqual(['the', 'contract before it was', 'awarded?', 'A. I do not'])
    expect(
      found(
        numbered((at) => 7 * at),
        'the contract before it was awarded? A. I do not',
      ),
    ).toBe('approximate')
  })
  test('keeps a hyphen that ends a line out of the words', () => {
    expect(findQuotation(drawn(['mation', 50, 688], ['infor-', 50, 700]), { quote: 'information' })).toMatchObject({
      how: 'exact',
      quote: 'information',
    })
  })
  test('is not found where nothing on the page puts its words together', () => {
    expect(found(columns, 'publish down here')).toBe('lost')
  })
})
