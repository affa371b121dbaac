import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MatchedPage, matchPages } from './match-pages'
import { type PictureHash, pictureHash, picturesDiffer } from './picture-hash'

/** Words of their own for each page, under one running head. */
const HEAD = 'Office of the Secretary Record of Proceedings Page'
function words(seed: number, count: number): string {
  let state = seed * 2654435761 + 12345
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return `w${(state >>> 8) % 4000}`
  }).join(' ')
}
const page = (seed: number, count = 120): MatchedPage => ({ text: `${HEAD} ${seed}\n${words(seed, count)}`, picture: null })
const scan = (picture: string): MatchedPage => ({ text: '', picture: picture as PictureHash })

/** The pairs of two pages, as [earlier, later]. */
const joined = (earlier: readonly MatchedPage[], later: readonly MatchedPage[]): readonly (readonly [number, number])[] =>
  matchPages(earlier, later).flatMap((pair) => (pair.earlier === null || pair.later === null ? [] : [[pair.earlier, pair.later] as const]))

describe('pages of two versions', () => {
  test('answer to each other through any insertions and removals, and each stands in the result once', () => {
    assert(
      property(array(constantFrom('keep', 'remove', 'insert'), { minLength: 1, maxLength: 60 }), (fates) => {
        const earlier: MatchedPage[] = []
        const later: MatchedPage[] = []
        const wanted: (readonly [number, number])[] = []
        for (const [at, fate] of fates.entries()) {
          if (fate !== 'insert') earlier.push(page(at))
          if (fate !== 'remove') later.push(page(at))
          if (fate === 'keep') wanted.push([earlier.length - 1, later.length - 1])
        }
        const pairs = matchPages(earlier, later)
        // Where one page was exchanged for one other, they stand beside each other by place alone.
        expect(pairs.flatMap((pair) => (pair.why === 'words' ? [[pair.earlier, pair.later]] : []))).toEqual(wanted)
        expect(pairs.flatMap((pair) => pair.later ?? [])).toEqual(later.map((_, at) => at))
        expect(pairs.flatMap((pair) => pair.earlier ?? []).toSorted((a, b) => a - b)).toEqual(earlier.map((_, at) => at))
      }),
      { numRuns: 60 },
    )
  })
  test('answer to each other where they were put into another order', () => {
    const earlier = [0, 1, 2, 3, 4, 5].map((seed) => page(seed))
    const later = [0, 4, 1, 2, 3, 5].map((seed) => page(seed))
    expect(joined(earlier, later)).toEqual([
      [0, 0],
      [4, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [5, 5],
    ])
  })
  test('answer to each other where most of a page was withheld', () => {
    const withheld = { text: `${words(7, 120).split(' ').slice(0, 20).join(' ')} (b)(5)`, picture: null }
    expect(joined([page(6), withheld, page(8)], [page(6), page(7), page(8)])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })
  test('that were withheld in full are paired by place between their neighbours, and say so', () => {
    const pairs = matchPages([page(1), { text: '(b)(5)', picture: null }, page(3)], [page(1), page(2), page(3)])
    expect(pairs[1]).toEqual({ earlier: 1, later: 1, why: 'place' })
  })
  test('are left alone where nothing says which of two is meant', () => {
    const pairs = matchPages([page(1), { text: '(b)(5)', picture: null }, page(3)], [page(1), page(20), page(21), page(3)])
    expect(pairs.map(({ why }) => why)).toEqual(['words', 'alone', 'alone', 'alone', 'words'])
  })
  test('without words are matched by their pictures, in order and out of it', () => {
    const [a, b, c] = ['f0f0f0f00f0f0f0f', '00ff00ff00ff1234', 'abcdef0123456789']
    expect(joined([scan(a), scan(b), scan(c)], [scan(a), scan('1234123412341234'), scan(b), scan(c)])).toEqual([
      [0, 0],
      [1, 2],
      [2, 3],
    ])
    expect(joined([scan(a), scan(b), scan(c)], [scan(c), scan(a), scan(b)])).toEqual([
      [2, 0],
      [0, 1],
      [1, 2],
    ])
  })
})

test('a picture’s hash changes little with its brightness and much with its content', () => {
  const grey = Array.from({ length: 72 }, (_, at) => (at * 97) % 200)
  const same = pictureHash(grey)
  expect(picturesDiffer(same, pictureHash(grey.map((value) => value * 0.9 + 10)))).toBeLessThan(6)
  expect(picturesDiffer(same, pictureHash(grey.map((_, at) => (at * 53) % 200)))).toBeGreaterThan(16)
})
