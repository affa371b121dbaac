import { describe, expect, test } from 'vitest'
import { HELD_BACK } from '../documents/page-reading'
import { findInText, type FindOptions, foldForFinding, needleOf, snippetOf } from './find-in-text'

const PLAIN: FindOptions = { matchCase: false, wholeWords: false }

const found = (text: string, typed: string, options: Partial<FindOptions> = {}): readonly string[] => {
  const all = { ...PLAIN, ...options }
  const needle = needleOf(typed, all)
  return needle === null ? [] : findInText(text, foldForFinding(text, all), needle).map(({ start, end }) => text.slice(start, end))
}

describe('finding in a text', () => {
  test('takes capitals and small letters alike unless told otherwise', () => {
    expect(found('Contract, contract, CONTRACT', 'contract')).toEqual(['Contract', 'contract', 'CONTRACT'])
    expect(found('Contract, contract, CONTRACT', 'contract', { matchCase: true })).toEqual(['contract'])
  })

  test('finds a word that is broken at the end of a line, and one with a ligature or a soft hyphen', () => {
    expect(found('the infor-\nmation o\ufb03ce and the of\u00adfice', 'information')).toEqual(['infor-\nmation'])
    expect(found('the infor-\nmation o\ufb03ce and the of\u00adfice', 'office')).toEqual(['o\ufb03ce', 'of\u00adfice'])
  })

  test('finds a phrase over a line break and with other quotation marks', () => {
    expect(found('he called it \u201creasonably\nsegregable\u201d once', '"reasonably segregable"')).toEqual([
      '\u201creasonably\nsegregable\u201d',
    ])
  })

  test('does not find words inside others by leaving spaces out, nor letters over a space', () => {
    expect(found('Visalia', 'is a')).toEqual([])
    expect(found('a number', 'an')).toEqual([])
  })

  test('finds whole words only when asked', () => {
    expect(found('act, action, react, act.', 'act')).toHaveLength(4)
    expect(found('act, action, react, act.', 'act', { wholeWords: true })).toEqual(['act', 'act'])
    expect(found('(b)(6), (b)(6)', '(b)(6)', { wholeWords: true })).toEqual(['(b)(6)', '(b)(6)'])
  })

  test('counts no letters twice', () => expect(found('aaaa', 'aa')).toHaveLength(2))

  test('keeps its places where a small letter is longer than its capital', () =>
    expect(found('\u0130stanbul and Ankara', 'ankara')).toEqual(['Ankara']))

  test('finds nothing for nothing, and nothing for words that are held back', () => {
    expect(found('some words', '  ')).toEqual([])
    expect(found(`some ${HELD_BACK.repeat(4)} words`, HELD_BACK)).toEqual([])
    expect(found(`some ${HELD_BACK.repeat(4)} words`, 'some words')).toEqual([])
  })
})

describe('the words around a hit', () => {
  const text = `${'before '.repeat(20)}the hit itself ${'after '.repeat(30)}`
  const start = text.indexOf('hit')

  test('are cut between words and stand on one line', () => {
    const { before, hit, after } = snippetOf(text.replace('the hit', 'the\nhit'), { start, end: start + 3 })
    expect(before).toMatch(/^…before .* the $/)
    expect(hit).toBe('hit')
    expect(after).toMatch(/^ itself after .*after…$/)
  })

  test('show no ellipsis where the page begins or ends', () =>
    expect(snippetOf('hit', { start: 0, end: 3 })).toEqual({ before: '', hit: 'hit', after: '' }))
})
