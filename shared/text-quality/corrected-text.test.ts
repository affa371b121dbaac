import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timestampOf } from '../units/time'
import { correctedText, validCorrections } from './corrected-text'

const reading = { origin: 'ocr', text: 'Office of nvestigations and the CustolnsEnforcement' } as const
const correct = (start: number, was: string, becomes: string, at = 1) => ({ origin: 'ocr' as const, range: { start, end: start + was.length }, was, becomes, at: timestampOf(at) })
const both = [correct(10, 'nvestigations', 'Investigations'), correct(32, 'CustolnsEnforcement', 'Customs Enforcement')]

describe('a corrected text', () => {
  test('has the corrections in it', () => expect(correctedText(reading, both).text).toBe('Office of Investigations and the Customs Enforcement'))
  test('leads back to the words as they were extracted', () => {
    const { text, toExtracted } = correctedText(reading, both)
    const at = text.indexOf('Customs')
    expect(toExtracted({ start: at, end: at + 7 })).toEqual({ start: 32, end: 51 })
    expect(toExtracted({ start: 0, end: 6 })).toEqual({ start: 0, end: 6 })
  })
  test('leaves out a correction of words that do not stand there, and of another text of the page', () => {
    expect(validCorrections(reading, [correct(10, 'investigation', 'x'), { ...correct(0, 'Office', 'x'), origin: 'embedded' }])).toEqual([])
  })
  test('takes the later of two corrections at one place', () => expect(correctedText(reading, [correct(0, 'Office', 'Offlce', 1), correct(0, 'Office', 'Bureau', 2)]).text).toMatch(/^Bureau/))
  test('finds every piece outside of corrections where it was', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.option(fc.string({ minLength: 1 }))), { minLength: 1 }), (pieces) => {
        let text = ''
        const corrections: ReturnType<typeof correct>[] = []
        for (const [words, becomes] of pieces) {
          if (becomes !== null && words !== '') corrections.push(correct(text.length, words, becomes))
          text += words
        }
        const corrected = correctedText({ origin: 'ocr', text }, corrections)
        for (let at = 0; at < corrected.text.length; at += 1) {
          const { start, end } = corrected.toExtracted({ start: at, end: at + 1 })
          const within = corrections.find(({ range }) => range.start === start && range.end === end)
          expect(within !== undefined || text.slice(start, end) === corrected.text.charAt(at)).toBe(true)
        }
      }),
    ))
})
