import { expect, test } from 'vitest'
import { best, scoreOf } from './rank'

const CLAIMS = [
  { words: 'C01', also: 'Nothing shows a consolidated public inventory of AI purchases' },
  { words: 'C10', also: 'The discoveries rest on procurement data' },
  { words: 'C100', also: 'Another' },
]

test('a number finds its claim before longer numbers', () => {
  expect(best('c10', CLAIMS, 5).map((claim) => claim.words)).toEqual(['C10', 'C100'])
})

test('all words of the query must be found', () => {
  expect(scoreOf('inventory purchases', { words: 'public inventory of purchases' })).toBeGreaterThan(0)
  expect(scoreOf('inventory weather', { words: 'public inventory of purchases' })).toBe(0)
})

test('accents and case do not matter', () => {
  expect(scoreOf('resume', { words: 'Résumé' })).toBeGreaterThan(0)
})

test('signs of the query are taken as they are', () => {
  expect(scoreOf('(b)(7)', { words: 'withheld under (b)(7)(E)' })).toBeGreaterThan(0)
})

test('the beginning of a word counts for more than its inside', () => {
  expect(scoreOf('art', { words: 'the art' })).toBeGreaterThan(scoreOf('art', { words: 'the cart' }))
})

test('an empty query gives the first items', () => {
  expect(best(' ', CLAIMS, 2)).toEqual(CLAIMS.slice(0, 2))
})
