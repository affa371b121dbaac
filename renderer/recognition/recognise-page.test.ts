import { pageIndex } from '@shared/units/pages'
import { expect, test } from 'vitest'
import type { PdfReader } from '../pdf/pdf-reader'
import { recognisePage } from './recognise-page'

test('a page that is tried on all its sides gives a sign of life on each', async () => {
  const page = { index: pageIndex(0), label: null, box: [0, 0, 612, 792], rotation: 0, userUnit: 1, content: 'image' }
  const sides: number[] = []
  const reader = {
    extract: async () => ({ page, text: { text: '', runs: [] } }),
    greys: async (_index: number, dotsPerInch: number, turned: number) => {
      if (dotsPerInch < 300) sides.push(turned)
      return { width: 4, height: 4, greys: new Uint8Array(16) }
    },
  } as unknown as PdfReader
  const told: number[] = []
  await recognisePage(
    reader,
    page.index,
    {
      slantOf: async () => 0,
      read: async (_picture, _dotsPerInch, _slant, progress) => {
        progress(0.5)
        return []
      },
      end: async () => undefined,
    },
    (share) => told.push(share),
  )
  expect(sides).toEqual([0, 90, 180, 270])
  expect(told).toEqual([0.5, 0.125, 0.375, 0.625, 0.875])
})
