import { expect, test } from 'vitest'
import { sortedInPieces } from './sorted-in-pieces'

test('a long list is sorted as the language sorts it, equal items in their order, with rests between', async () => {
  let rests = 0
  const rest = (): undefined => void (rests += 1)
  const items = Array.from({ length: 7001 }, (_, at) => ({ at, key: (at * 7919) % 97 }))
  const compare = (a: { readonly key: number }, b: { readonly key: number }): number => a.key - b.key
  expect(await sortedInPieces(items, compare, rest)).toEqual(items.toSorted(compare))
  expect(rests).toBeGreaterThan(20)
  expect(await sortedInPieces([], compare, rest)).toEqual([])
  expect(await sortedInPieces([3, 1, 2], (a, b) => b - a, rest)).toEqual([3, 2, 1])
})
