import { describe, expect, test } from 'vitest'
import { parseQuery } from './parse-query'
import { answers, hitsOf } from './scan'
import { sentencesAround } from './sentence-around'
import { snippetOf } from './snippet'
import { termsOf } from './terms'
import { nearWords } from './near-words'

const words = (text: string): readonly string[] => termsOf(text).line.map((term) => term.text)
const treeOf = (query: string) => {
  const parsed = parseQuery(query)
  if (!parsed.ok || parsed.value === null) throw new Error(query)
  return parsed.value
}
const finds = (text: string, query: string): boolean => answers(termsOf(text), treeOf(query))
const shown = (text: string, query: string): readonly string[] =>
  hitsOf(termsOf(text), treeOf(query)).map(({ start, end }) => text.slice(start, end))

describe('terms', () => {
  test('are runs of letters and digits in small letters, folded as in anchoring', () => {
    expect(words('The Agency’s “Final” report, § 552a(k)(2)')).toEqual(['the', 'agency', 's', 'final', 'report', '552a', 'k', '2'])
    expect(words('o\uFB03ce e\u0301tat \u00E9tat')).toEqual(['office', 'état', 'état'])
    expect(words('pro\u00ADcurement')).toEqual(['procurement'])
  })
  test('are parted by a sign whose meaning the text layer does not give', () => {
    expect(words('most de\u001cnitely \u0016not')).toEqual(['most', 'de', 'nitely', 'not'])
  })
  test('know where they stand in the text as it is, ligatures and broken words included', () => {
    const text = 'the o\uFB03ce of govern-\nment'
    expect(termsOf(text).line.map(({ start, end }) => text.slice(start, end))).toEqual(['the', 'o\uFB03ce', 'of', 'govern-\nment'])
  })
  test('a word broken at a line’s end is one, and its pieces can be found too', () => {
    expect(words('govern-\nment-wide')).toEqual(['government', 'wide'])
    expect(finds('a well-\nknown fact', 'well-known')).toBe(true)
    expect(finds('a well-\nknown fact', '"a well-known fact"')).toBe(true)
    expect(finds('a well-\nknown fact', 'known')).toBe(true)
    expect(finds('a well known fact', 'well-known')).toBe(true)
    expect(finds('govern-\nment', 'government')).toBe(true)
  })
  test('characters of more than one unit keep their places', () => {
    const text = '𝐀gency 😀 ok'
    expect(shown(text, 'agency ok')).toEqual(['𝐀gency', 'ok'])
  })
})

test('the words found are shown where they stand, each place once, and what must not stand there is none of them', () => {
  const text = 'Task order 7: the task order was amended. Orders for tasks.'
  expect(shown(text, '"task order"')).toEqual(['Task order', 'task order'])
  expect(shown(text, 'task "task order" order*')).toEqual(['Task order', 'task order', 'Orders'])
  expect(shown(text, 'amended -withdrawn')).toEqual(['amended'])
})

test('a snippet stands around the hits, is cut at blanks and says so', () => {
  const text = `${'before it '.repeat(60)}the license plate reader ${'and after '.repeat(60)}`
  const snippet = snippetOf(text, hitsOf(termsOf(text), treeOf('"license plate"')))
  expect(snippet.hits.map(({ start, end }) => snippet.text.slice(start, end))).toEqual(['license plate'])
  expect(snippet.cutBefore && snippet.cutAfter).toBe(true)
  expect(snippet.text).toMatch(/^(before|it) .* (and|after)$/)
})

test('the sentence around a hit runs over line breaks; hits of one sentence make one passage', () => {
  const text = 'It began. The agency bought\nlicense plate readers in May. It ended.'
  const found = (query: string) =>
    sentencesAround(text, hitsOf(termsOf(text), treeOf(query))).map(({ start, end }) => text.slice(start, end))
  expect(found('agency readers')).toEqual(['The agency bought\nlicense plate readers in May.'])
  expect(found('ended')).toEqual(['It ended.'])
})

test('near words differ by a letter in short words and by two in long ones', () => {
  const vocabulary = [
    ['agency', 9],
    ['agancy', 2],
    ['agecny', 1],
    ['agencies', 5],
    ['regency', 1],
    ['surveillance', 5],
    ['survielance', 1],
  ] as const
  expect(nearWords('agency', vocabulary)).toEqual(['agancy', 'agecny'])
  expect(nearWords('surveillance', vocabulary)).toEqual(['survielance'])
  expect(nearWords('ice', [['ace', 1]])).toEqual([])
})
