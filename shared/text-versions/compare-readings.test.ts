import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, sameWords } from '../anchoring/fold'
import { quotationText } from '../anchoring/quotation-text'
import type { PageText } from '../documents/page'
import { compareReadings } from './compare-readings'
import { laterText } from './later-text'

const plain = (text: string): PageText => ({ text, runs: [] })
/** A page of pieces of text, each drawn at its place with 6 points a character, one a line of the text. */
function placed(...pieces: readonly (readonly [words: string, x: number, y: number])[]): PageText {
  let at = 0
  const runs = pieces.map(([words, x, y]): PageText['runs'][number] => {
    const run: PageText['runs'][number] = [at, at + words.length, x, y, words.length * 6, 11, 0, 0]
    at += words.length + 1
    return run
  })
  return { text: pieces.map(([words]) => `${words}\n`).join(''), runs }
}
const told = (earlier: PageText, later: PageText): readonly string[] =>
  compareReadings(earlier, later).map(
    (one) =>
      `${earlier.text.slice(one.earlier.start, one.earlier.end)} > ${later.text.slice(one.later.start, one.later.end)} (${one.words})`,
  )
const said = (earlier: string, later: string): readonly string[] => told(plain(earlier), plain(later))

describe('what two readings of a page have not in common', () => {
  test('is no word where only spaces, lines, hyphens at line ends and forms of Unicode fell otherwise', () => {
    expect(
      said('The Contractor shall give infor-\nmation to all of\ufb01ces.', 'The Contractor\nshall give information  to all offices.'),
    ).toEqual([])
    expect(said('T h e  award “went” to', 'The award "went" to')).toEqual([])
    expect(said('to gether to a', 'together to a')).toEqual([])
  })
  test('is each word that another stands for, whole', () => {
    expect(said('the Offlce of the Dlrector said', 'the Office of the Director said')).toEqual([
      'Offlce > Office (1)',
      'Dlrector > Director (1)',
    ])
  })
  test('is a hyphen that stands inside a line', () => {
    expect(said('from 2010-2011 on', 'from 20102011 on')).toEqual(['2010-2011 > 20102011 (1)'])
    expect(said('a loss of -5 points', 'a loss of 5 points')).toEqual(['-5 > 5 (1)'])
  })
  test('is a control character, which is a printed sign without a name', () => {
    expect(said('the \u0016(E) data', 'the (E) data')).toEqual(['\u0016(E) > (E) (1)'])
    expect(said('the \u0016(E) data', 'the \u0017(E) data')).toEqual(['\u0016(E) > \u0017(E) (1)'])
    expect(said('the \u0016(E) data', 'the \n \u0016(E) data')).toEqual([])
  })
  test('is a word that the later reading lacks', () => {
    expect(said('shall not be delegated', 'shall be delegated')).toEqual(['not >  (1)'])
  })
  test('is a word that the earlier reading lacks, shown with its neighbour', () => {
    expect(said('shall be delegated', 'shall not be delegated')).toEqual(['shall > shall not (1)'])
    expect(said('be delegated', 'not be delegated')).toEqual(['be > not be (1)'])
    expect(said('', 'All of it')).toEqual([' > All of it (3)'])
  })
  test('is told apart inside of words that are spaced otherwise', () => {
    expect(said('t he c eiling of this o rder shall n ever be raised', 'the ceiling of that order shall never be raised')).toEqual([
      'this > that (1)',
    ])
  })
  test('is not a word that both read at the same place, in another order', () => {
    expect(
      told(
        placed(['left column', 72, 700], ['right column', 300, 700], ['the end', 72, 600]),
        placed(['right column', 300, 700], ['left column', 72, 700], ['the end', 72, 600]),
      ),
    ).toEqual([])
  })
  test('is a word that moved to another place, as no print moves', () => {
    expect(
      told(placed(['one', 72, 700], ['two', 72, 600], ['three', 72, 500]), placed(['two', 72, 600], ['three', 72, 500], ['one', 72, 400])),
    ).toHaveLength(2)
  })
})

const words = array(constantFrom('a', 'be', 'sea', 'the', 'then', '5-6', '--', 'dele\u00adgate'), { maxLength: 30 }).map((list) =>
  list.join(' '),
)

test('equal texts have no differences, whatever stands in them', () => {
  assert(
    property(
      string({ unit: 'binary', maxLength: 40 }),
      (text) => compareReadings(plain(text), plain(text.replace(/ /g, '\n '))).length === 0,
    ),
  )
})

test('all differences put into the earlier words make the later words', () => {
  assert(
    property(words, words, (earlier, later) => {
      const found = compareReadings(plain(earlier), plain(later)).map((one) => ({
        range: one.earlier,
        later: quotationText(later.slice(one.later.start, one.later.end), ''),
      }))
      const made = laterText(earlier, found)
      expect({
        made,
        same: sameWords(foldText(`${made} x`), foldText(`${later} x`)) || made.trim().endsWith('--') || later.endsWith('--'),
      }).toEqual({ made, same: true })
    }),
    { numRuns: 500 },
  )
})

test('differences stand in the order of the earlier text, and none overlaps another', () => {
  assert(
    property(words, words, (earlier, later) => {
      const ends = compareReadings(plain(earlier), plain(later)).flatMap((one) => [one.earlier.start, one.earlier.end])
      expect(ends).toEqual(ends.toSorted((a, b) => a - b))
    }),
  )
})
