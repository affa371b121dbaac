import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PageText } from '../documents/page'
import { pdfRect } from '../units/geometry'
import { type ComparedPage, comparePages, onlyPage } from './compare-pages'
import { differences } from './diff-lists'
import { pageWords } from './page-words'

/** A page whose lines stand 14 points apart, 6 points a character. */
function lines(...rows: readonly string[]): PageText {
  let at = 0
  const runs = rows.map((row, line): PageText['runs'][number] => {
    const run: PageText['runs'][number] = [at, at + row.length, 72, 700 - 14 * line, row.length * 6, 11, 0, 0]
    at += row.length + 1
    return run
  })
  return { text: rows.map((row) => `${row}\n`).join(''), runs }
}
const page = (...rows: readonly string[]): ComparedPage => ({ text: lines(...rows), boxes: [] })
const told = (earlier: ComparedPage, later: ComparedPage) =>
  comparePages(earlier, later).map((change) => ({
    kind: change.kind,
    by: change.by,
    was: change.earlier === null ? '' : earlier.text.text.slice(change.earlier.start, change.earlier.end),
    is: change.later === null ? '' : later.text.text.slice(change.later.start, change.later.end),
  }))

describe('what changed on a page', () => {
  test('is nothing where only lines and hyphens fell otherwise', () => {
    expect(
      told(page('The Contractor shall give infor-', 'mation to all.'), page('The Contractor shall', 'give information to', 'all.')),
    ).toEqual([])
  })
  test('is newly released where words stand in place of a code', () => {
    expect(told(page('The award went to (b)(4) in May.'), page('The award went to Harbor Analytics LLC in May.'))).toEqual([
      { kind: 'released', by: 'code', was: '(b)(4)', is: 'Harbor Analytics LLC' },
    ])
  })
  test('is newly released where a box stood', () => {
    const earlier = { text: lines('Signed by', 'on 3 May 2024'), boxes: [pdfRect(60, 683, 300, 698)] }
    expect(told(earlier, page('Signed by', 'Jane Q. Officer', 'on 3 May 2024'))).toEqual([
      { kind: 'released', by: 'box', was: '', is: 'Jane Q. Officer' },
    ])
  })
  test('is newly released where nothing stood', () => {
    expect(told(page('One. Three.'), page('One. Two words. Three.'))).toEqual([{ kind: 'released', by: null, was: '', is: 'Two words.' }])
  })
  test('is newly withheld where a code or a box took the place of words', () => {
    expect(told(page('call 202 555 0101 now'), page('call (b) (6), (b)(7)(C) now'))).toMatchObject([
      { kind: 'withheld', by: 'code', was: '202 555 0101' },
    ])
    expect(
      told(page('to John Smith and', 'others'), { text: lines('to and', 'others'), boxes: [pdfRect(80, 698, 160, 712)] }),
    ).toMatchObject([{ kind: 'withheld', by: 'box', was: 'John Smith' }])
    expect(told(page('to John Smith and'), page('to ███ and'))).toMatchObject([{ kind: 'withheld', by: 'code' }])
    expect(told(page('to John Smith and'), page('to [REDACTED] and'))).toMatchObject([{ kind: 'withheld', by: 'code' }])
  })
  test('is gone where nothing took the place of words, and another word is a change', () => {
    expect(told(page('shall not be delegated'), page('shall be delegated'))).toEqual([{ kind: 'gone', by: null, was: 'not', is: '' }])
    expect(told(page('by 3 May'), page('by 4 May'))).toEqual([{ kind: 'changed', by: null, was: '3', is: '4' }])
  })
  test('is another code where a passage stays withheld', () => {
    expect(told(page('a (b)(5) b'), page('a (b)(6) b'))).toMatchObject([{ kind: 'recoded' }])
  })
  test('is all of a page that has no counterpart', () => {
    expect(onlyPage(page('Five words stand on it'), 'later')).toMatchObject([{ kind: 'released', laterWords: 5 }])
    expect(onlyPage(page('Two (b)(6) words'), 'earlier')).toMatchObject([{ kind: 'gone', earlierWords: 2 }])
    expect(onlyPage(page('(b)(6)'), 'later')).toEqual([])
  })
})

test('a code is one word, however it is spaced and whatever it touches', () => {
  expect(pageWords('x (b)(6)(b)(7)(C)y FAR 52.204(b)').map(({ key, withheld }) => [key, withheld])).toEqual([
    ['x', false],
    ['(B)(6)', true],
    ['(B)(7)(C)', true],
    ['y', false],
    ['FAR', false],
    ['52.204(b)', false],
  ])
})

test('the differences between two lists turn one into the other', () => {
  assert(
    property(
      array(constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }),
      array(constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }),
      (a, b) => {
        const made: string[] = []
        let at = 0
        for (const { a0, a1, b0, b1 } of differences(a, b)) {
          made.push(...a.slice(at, a0), ...b.slice(b0, b1))
          at = a1
        }
        expect([...made, ...a.slice(at)]).toEqual(b)
      },
    ),
  )
})
