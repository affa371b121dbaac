import { describe, expect, test } from 'vitest'
import { aDocument } from '../testing/builders'
import { timestampOf } from '../units/time'
import { HELD_BACK, readingOf, withHeld } from './page-reading'
import { recognitionSchema } from './recognition'
import { type TextChoice, textChoiceSchema } from './text-choice'

const document = aDocument()
const embedded = { text: 'Dear Mr Smith, yes. Yours, the agency', runs: [] }
const recognition = recognitionSchema.parse({
  id: 'recognition_a',
  documentId: document.id,
  pageIndex: 0,
  text: { text: 'Dear Mr Smith, no.', runs: [] },
  words: [[0, 4, 91]],
  confidence: 91,
  turned: 0,
  extractor: { name: 'tesseract.js', version: '7' },
  languages: 'eng',
  at: timestampOf(0),
})
const choose = (use: TextChoice['use'], at: number): TextChoice =>
  textChoiceSchema.parse({ id: `textchoice_${at}`, documentId: document.id, from: 0, to: 2, use, author: 'A', at: timestampOf(at) })
const parts = { index: 0, embedded, extractor: document.extractor, recognition: null, choices: [], held: [] }

describe('the text in force on a page', () => {
  test('is the embedded text, also where a recognised one exists', () => {
    expect(readingOf({ ...parts, recognition })).toMatchObject({ origin: 'embedded', text: embedded.text })
  })
  test('is the recognised text where nothing but a stamp is embedded', () => {
    expect(readingOf({ ...parts, embedded: { text: 'JA 042\n', runs: [] }, recognition })).toMatchObject({
      origin: 'ocr',
      text: 'Dear Mr Smith, no.',
      words: [[0, 4, 91]],
    })
  })
  test('is what the researcher chose last', () => {
    expect(readingOf({ ...parts, recognition, choices: [choose('embedded', 1), choose('ocr', 2)] }).origin).toBe('ocr')
    expect(readingOf({ ...parts, recognition, choices: [choose('ocr', 1), choose('embedded', 2)] }).origin).toBe('embedded')
    expect(readingOf({ ...parts, index: 3, recognition, choices: [choose('ocr', 1)] }).origin).toBe('embedded')
  })
  test('does not hold the words that are held back, and keeps every offset', () => {
    const reading = readingOf({ ...parts, held: [{ start: 5, end: 13 }] })
    expect(reading.text).toBe(`Dear ${HELD_BACK.repeat(2)} ${HELD_BACK.repeat(5)}, yes. Yours, the agency`)
    expect(reading.text).toHaveLength(embedded.text.length)
    expect(withHeld('abc', [])).toBe('abc')
  })
})
