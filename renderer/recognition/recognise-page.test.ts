import type { PictureLine } from '@shared/documents/recognised-text'
import { pageIndex } from '@shared/units/pages'
import { expect, test } from 'vitest'
import type { GreyPicture } from '../pdf/grey-picture'
import type { PdfReader } from '../pdf/pdf-reader'
import { recognisePage } from './recognise-page'

const page = { index: pageIndex(0), label: null, box: [0, 0, 612, 792], rotation: 0, userUnit: 1, content: 'image' }
const SIDE = 900

/** Lines of print from side to side, or from top to bottom. */
function printed(across: boolean): GreyPicture {
  const greys = new Uint8Array(SIDE * SIDE).fill(255)
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const [line, along] = across ? [y, x] : [x, y]
      if (line % 42 < 21 && Math.floor(along / 6 + line / 42) % 3 === 0) greys[y * SIDE + x] = 0
    }
  return { width: SIDE, height: SIDE, greys }
}
const NOTHING: GreyPicture = { width: 4, height: 4, greys: new Uint8Array(16) }

const lineOf = (text: string, confidence: number): PictureLine => ({
  words: [{ text, confidence, left: 10, top: 10, right: 90, bottom: 40 }],
  baseline: { x0: 10, y0: 40, x1: 90, y1: 40 },
  height: 30,
})

/** Recognises a page whose pictures are given by side, and on which print is read only when it is turned the right way. */
async function recognised(pictureOf: (turned: number) => GreyPicture, rightWay: number | null) {
  const drawn = new Map<ArrayBufferLike, string>()
  const read: string[] = []
  const told: number[] = []
  const reader = {
    extract: async () => ({ page, text: { text: '', runs: [] } }),
    greys: async (_index: number, dotsPerInch: number, turned: number) => {
      const { greys, ...size } = pictureOf(turned)
      const picture = { ...size, greys: Uint8Array.from(greys) }
      drawn.set(picture.greys.buffer, `${turned}${dotsPerInch < 300 ? ' coarsely' : ''}`)
      return picture
    },
  } as unknown as PdfReader
  const result = await recognisePage(
    reader,
    page.index,
    {
      slantOf: async () => 0,
      read: async (picture, _dotsPerInch, _slant, progress) => {
        const side = drawn.get(picture.greys.buffer) ?? ''
        read.push(side)
        progress(0.5)
        return [[Number.parseInt(side, 10) === rightWay ? lineOf('originating', 95) : lineOf('bunj', 20)]]
      },
      end: async () => undefined,
    },
    (share) => told.push(share),
  )
  return { ...result, read, told }
}

test('a page whose print is read as it is shown is read once', async () => {
  expect(await recognised(() => printed(true), 0)).toMatchObject({ turned: 0, read: ['0'], text: { text: 'originating\n' } })
})

test('a sheet that lies on its side is not read in full before it is turned', async () => {
  for (const turned of [90, 270])
    expect(await recognised((side) => printed(side % 180 !== 0), turned)).toMatchObject({
      turned,
      read: ['90 coarsely', '270 coarsely', `${turned}`],
      text: { text: 'originating\n' },
    })
})

test('a sheet on its head is looked at on its two sides on which print runs across', async () => {
  expect(await recognised(() => printed(true), 180)).toMatchObject({ turned: 180, read: ['0', '0 coarsely', '180 coarsely', '180'] })
})

test('what looked like a sheet on its side and is read on neither is read as it is shown', async () => {
  expect(await recognised((side) => printed(side % 180 !== 0), 0)).toMatchObject({
    turned: 0,
    read: ['90 coarsely', '270 coarsely', '90', '0'],
    text: { text: 'originating\n' },
  })
})

test('a page of which nobody can tell how its print runs is tried on all its sides, with a sign of life on each', async () => {
  const { turned, read, told } = await recognised(() => NOTHING, null)
  expect(read).toEqual(['0', '0 coarsely', '90 coarsely', '180 coarsely', '270 coarsely'])
  expect(told).toEqual([0.5, 0.125, 0.375, 0.625, 0.875])
  expect(turned).toBe(0)
})
