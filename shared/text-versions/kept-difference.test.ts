import { describe, expect, test } from 'vitest'
import type { TextRange } from '../annotations/segment'
import type { PageText } from '../documents/page'
import type { FailedRedaction } from '../redactions/failed-redactions'
import { pdfRect } from '../units/geometry'
import { compareReadings } from './compare-readings'
import { keptDifferences, type PageRead } from './kept-difference'

const VERSIONS = { earlier: '5.6.205', later: '6.5.438' }
const NOWHERE = pdfRect(0, 0, 1, 1)
/** One line, 6 points a character from x = 0 at y = 700. */
const lineOf = (text: string): PageText => ({ text, runs: text === '' ? [] : [[0, text.length, 0, 700, text.length * 6, 11, 0, 0]] })
const wordIn = (text: string, word: string): TextRange => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })
const read = (text: string, hidden: readonly string[] = [], area = NOWHERE): PageRead => ({
  text: lineOf(text),
  failed: hidden.map((word): FailedRedaction => ({ key: `box of ${word.length}`, kind: 'dark-box', area, ranges: [wordIn(text, word)] })),
})
const kept = (earlier: PageRead, later: PageRead, freed: readonly string[] = []) =>
  keptDifferences(compareReadings(earlier.text, later.text), earlier, later, VERSIONS, (key) => freed.includes(key))

describe('a difference between two readings', () => {
  test('is kept with the later words, and named by versions and place', () => {
    expect(kept(read('the Offlce said'), read('the Office said'))).toEqual([
      { key: '5.6.205>6.5.438:4-10', range: { start: 4, end: 10 }, words: 1, later: 'Office', under: [] },
    ])
  })
  test('has no words where it touches what is held back in the earlier reading', () => {
    const found = kept(read('call Jonn Smith now', ['Jonn']), read('call John Smith now'))
    expect(found).toMatchObject([{ later: null, under: ['box of 4'] }])
    expect(JSON.stringify(found)).not.toMatch(/Jonn|John/)
  })
  test('has no words where only the later reading has words under a redaction', () => {
    const found = kept(read('call now'), read('call John now', ['John']))
    expect(found).toMatchObject([{ later: null, under: ['box of 4'] }])
    expect(JSON.stringify(found)).not.toContain('John')
  })
  test('has no words where they stand at the place of a redaction, though no letter of them was found under it', () => {
    expect(kept(read('call Jonn now', ['now'], pdfRect(30, 690, 50, 712)), read('call John now'))).toMatchObject([
      { later: null, under: ['box of 3'] },
    ])
  })
  test('has its words where the researcher released what it touches', () => {
    expect(kept(read('call Jonn now', ['Jonn']), read('call John now', ['John']), ['box of 4'])).toMatchObject([
      { later: 'John', under: ['box of 4'] },
    ])
  })
  test('has no words while any redaction that it touches is held back', () => {
    const found = kept(read('call Jonnnn now', ['Jo', 'nnnn']), read('call Johnnn now'), ['box of 2'])
    expect(found).toMatchObject([{ later: null, under: ['box of 2', 'box of 4'] }])
  })
  test('elsewhere on a page with a redaction is shown', () => {
    expect(kept(read('the Offlce of Smith', ['Smith']), read('the Office of Smith', ['Smith']))).toMatchObject([
      { later: 'Office', under: [] },
    ])
  })
})
