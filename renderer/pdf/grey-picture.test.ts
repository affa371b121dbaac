import { expect, test } from 'vitest'
import { busiestHalf, coarser, type GreyPicture, withMargins } from './grey-picture'

const picture = (...rows: readonly (readonly number[])[]): GreyPicture => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  greys: Uint8Array.from(rows.flat()),
})

test('a coarser picture has the means of squares, and leaves out what does not fill one', () => {
  expect(coarser(picture([0, 100, 9], [200, 100, 9], [9, 9, 9]), 2)).toEqual(picture([100]))
})

test('margins are white, and the picture stands in their middle', () => {
  expect(withMargins(picture([1, 2]), 1, 1)).toEqual(picture([255, 255, 255, 255], [255, 1, 2, 255], [255, 255, 255, 255]))
})

test('the busiest half is where letters are, not where it is darkest', () => {
  expect(busiestHalf(picture([0, 0, 0], [0, 0, 0], [255, 0, 255], [255, 255, 0]))).toEqual(picture([255, 0, 255], [255, 255, 0]))
})
