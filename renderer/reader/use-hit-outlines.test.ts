import type { PageReading } from '@shared/documents/page-reading'
import { expect, it } from 'vitest'
import type { PageShape } from './page-geometry'
import { outlineOfHit, outlinesInPieces } from './use-hit-outlines'

const shape: PageShape = { box: [0, 0, 612, 792], rotation: 0, userUnit: 1 }
const LINES = 500
const text: PageReading = {
  index: 0,
  text: 'ab\n'.repeat(LINES),
  runs: Array.from({ length: LINES }, (_, at) => [at * 3, at * 3 + 2, 20, 780 - at, 10, 4, 0, 0] as const),
  origin: 'embedded',
  extractor: null,
  held: [],
  words: [],
}
const hits = Array.from({ length: LINES }, (_, at) => ({ page: 0, start: at * 3, end: at * 3 + 2 }))

it('the boxes of very many hits are those of each, in few paths', async () => {
  const outlines = await outlinesInPieces(text, shape, hits, () => false)
  expect(outlines.map(({ d }) => d).join(' ')).toBe(hits.map((hit) => outlineOfHit(text, shape, hit)).join(' '))
  expect(outlines.length).toBeLessThan(5)
  expect(outlineOfHit(text, shape, { page: 0, start: 0, end: 2 })).toMatch(/^M.+Z$/i)
})

it('boxes that nobody waits for any more are not made', async () => {
  expect(await outlinesInPieces(text, shape, hits, () => true)).toEqual([])
})
