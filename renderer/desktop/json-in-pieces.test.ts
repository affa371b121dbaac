import { expect, test } from 'vitest'
import { jsonInPieces } from './json-in-pieces'

const rows = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, at) => ({ id: `mark_${at}`, before: null, after: { quote: `“quoted” \n ${at}`, gone: undefined } }))

test.each([
  ['nothing', []],
  ['a plain call', ['a token', 12, null, true, { name: 'a "name"', pages: [1, 2] }]],
  ['members that are undefined', [{ a: undefined }, undefined, { a: [undefined], b: {} }]],
  [
    'a journal line',
    [
      [
        { entry: { changes: rows(450), seq: 1 }, rows: rows(200), tallies: {} },
        { entry: { changes: [] }, rows: rows(201) },
      ],
    ],
  ],
])('what is written in pieces is what is written on end: %s', async (_what, value) => {
  expect((await jsonInPieces(value, () => undefined)).join('')).toBe(JSON.stringify(value))
})

test('long lists let others go first every so often', async () => {
  let rests = 0
  await jsonInPieces([rows(1000)], async () => void (rests += 1))
  expect(rests).toBeGreaterThanOrEqual(5)
})
