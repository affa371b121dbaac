import { describe, expect, test } from 'vitest'
import { sha256OfText } from '../units/hashes'
import { timestampOf } from '../units/time'
import { sketchesAgree, sketchOf } from './page-sketch'
import { areSimilarNames } from './similar-name'
import { versionPlaceOf } from './version-place'

const [a, b, c] = ['a', 'b', 'c'].map(sha256OfText) as [
  ReturnType<typeof sha256OfText>,
  ReturnType<typeof sha256OfText>,
  ReturnType<typeof sha256OfText>,
]
const tie = (earlierId: typeof a, laterId: typeof a, at = 0) => ({ earlierId, laterId, at: timestampOf(at) })

describe('a document’s place among its versions', () => {
  test('is counted from the earliest', () => {
    const versions = [tie(b, c), tie(a, b)]
    expect(versionPlaceOf(a, versions)).toEqual({ n: 1, of: 3, earlier: null, later: b })
    expect(versionPlaceOf(b, versions)).toEqual({ n: 2, of: 3, earlier: a, later: c })
    expect(versionPlaceOf(c, versions)).toEqual({ n: 3, of: 3, earlier: b, later: null })
  })
  test('is none without versions, and a circle ends', () => {
    expect(versionPlaceOf(a, [tie(b, c)])).toBeNull()
    expect(versionPlaceOf(a, [tie(a, b), tie(b, a)])?.of).toBeGreaterThan(1)
  })
})

test.each([
  ['Interim release.pdf', 'Interim release (2).pdf', true],
  ['2024-06388_ICE_contract.pdf', '2024-06388_ICE_contract_v2.pdf', true],
  ['ICE contract 2023-04-01.pdf', 'ICE-contract-2024-11-02 reprocessed.pdf', true],
  ['omb-m-24-10.pdf', 'omb-m-22-09.pdf', false],
  ['scan.pdf', 'scan (1).pdf', false],
  ['Contract with Harbor.pdf', 'Contract with Meridian.pdf', false],
])('%s and %s', (one, other, alike) => {
  expect(areSimilarNames(one, other)).toBe(alike)
})

test('sketches tell how much two documents have in common', () => {
  const text = Array.from({ length: 900 }, (_, at) => `word${(at * 7919) % 1000}`)
  const [whole, half, other] = [
    sketchOf([text.join(' ')]),
    sketchOf([text.slice(0, 700).join(' ')]),
    sketchOf([text.map((word) => `x${word}`).join(' ')]),
  ]
  expect(sketchesAgree(whole, whole)).toBe(1)
  expect(sketchesAgree(whole, half)).toBeGreaterThan(0.5)
  expect(sketchesAgree(whole, other)).toBe(0)
})
