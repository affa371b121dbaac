import type { PageReading } from '@shared/documents/page-reading'
import { pdfRect } from '@shared/units/geometry'
import { expect, test } from 'vitest'
import { wordsToBeginWith } from './passages'

/** A page with two words on a line, 100 points apart, as a program read them. */
const read = (first: number, second: number): PageReading => ({
  index: 0,
  origin: 'ocr',
  extractor: null,
  held: [],
  text: 'invoice wzz\n',
  runs: [
    [0, 7, 100, 700, 60, 10, 0, 0],
    [8, 11, 200, 700, 30, 10, 0, 0],
  ],
  words: [
    [0, 7, first],
    [8, 11, second],
  ],
})

test('a box begins with the words that stand in it', () => {
  expect(wordsToBeginWith(read(94, 88), pdfRect(90, 690, 260, 720))).toBe('invoice wzz')
  expect(wordsToBeginWith({ ...read(0, 0), origin: 'embedded', words: [] }, pdfRect(90, 690, 260, 720))).toBe('invoice wzz')
})

test('what a program read without being sure in a drawing or a stain is nobody’s words to begin with', () => {
  expect(wordsToBeginWith(read(94, 20), pdfRect(190, 690, 260, 720))).toBe('')
  expect(wordsToBeginWith(read(94, 20), pdfRect(90, 690, 170, 720))).toBe('invoice')
})
