import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PageText } from '../documents/page'
import { describePassage } from './describe-passage'
import { findQuotation } from './find-quotation'
import { findInDocument } from './find-in-document'
import { foldText } from './fold'
import { PASSAGE_CASES } from './passage-cases'
import { textOfRanges } from './quotation-text'

/** Milliseconds: properties take their time on a busy machine. */
const PATIENCE = 60_000
const page = (text: string): PageText => ({ text, runs: [] })

describe('a fresh quotation', () => {
  test.each(PASSAGE_CASES)('$name: $how', ({ text, quote, how, kept }) => {
    const found = findQuotation(page(text), { quote })
    expect(found.how).toBe(how)
    expect('quote' in found && found.how === 'exact' ? found.quote : null).toBe(how === 'exact' ? (kept ?? quote) : null)
  })
})

describe('a quotation with a place', () => {
  const text = 'Unit price: $10. Quantity: 4.\nUnit price: $12. Quantity: 5.\n'
  const second = text.lastIndexOf('Unit price')

  test('is exact where its words still stand', () => {
    expect(findQuotation(page(text), { quote: 'Unit price', ranges: [{ start: second, end: second + 10 }] })).toEqual({
      how: 'exact',
      ranges: [{ start: second, end: second + 10 }],
      quote: 'Unit price',
    })
  })
  test('is moved, not exact, when other words stand at its offsets', () => {
    const found = findQuotation(page(`Page 3\n${text}`), {
      quote: 'Unit price',
      ranges: [{ start: second, end: second + 10 }],
      prefix: 'Quantity: 4. ',
      suffix: ': $12.',
    })
    expect(found).toMatchObject({ how: 'moved', ranges: [{ start: second + 7, end: second + 17 }] })
  })
  test('goes to the place whose surroundings agree', () => {
    expect(findQuotation(page(text), { quote: 'Unit price', ranges: [{ start: 900, end: 910 }], suffix: ': $10' })).toMatchObject({
      how: 'moved',
      ranges: [{ start: 0, end: 10 }],
    })
  })
  test('goes to the nearest place when nothing else tells them apart', () => {
    expect(findQuotation(page('ab xx ab xx ab'), { quote: 'ab', ranges: [{ start: 7, end: 9 }] })).toMatchObject({
      how: 'moved',
      ranges: [{ start: 6, end: 8 }],
    })
  })
  test('is approximate, never moved, when the sentence was changed', () => {
    const found = findQuotation(page('The agency shall not disclose vendor names.'), {
      quote: 'The agency shall now disclose vendor names.',
      ranges: [{ start: 0, end: 43 }],
    })
    expect(found.how).toBe('approximate')
  })
  test('goes to whole words before parts of words', () => {
    expect(findQuotation(page('CHAIR of the AI office'), { quote: 'AI' })).toMatchObject({ ranges: [{ start: 13, end: 15 }] })
  })
  test('of several ranges is exact when they still read the same, one after another', () => {
    const ranges = [
      { start: 0, end: 4 },
      { start: 5, end: 10 },
    ]
    expect(findQuotation(page(text), { quote: 'Unit price', ranges })).toMatchObject({ how: 'exact', ranges })
  })
  test('of several ranges is not exact when nothing on the page puts them together', () => {
    const ranges = [
      { start: 0, end: 10 },
      { start: 30, end: 40 },
    ]
    expect(['approximate', 'lost']).toContain(findQuotation(page(text), { quote: 'Unit price Unit price', ranges }).how)
  })
})

describe('a quotation that left its page', () => {
  const pages = [
    'first page here',
    'second page of it',
    'the award was modified',
    'another page',
    'the award was ended',
    'the award was ended',
  ]
  const look = (quote: string, from: number) =>
    findInDocument((index) => (pages[index] === undefined ? undefined : page(pages[index])), pages.length, { quote }, from)

  test('is moved when its words stand on one other page only', () => {
    expect(look('the award was modified', 0)).toMatchObject({ pageIndex: 2, passage: { how: 'moved' }, candidates: [] })
  })
  test('is not chosen when its words stand on several other pages', () => {
    const found = look('the award was ended', 0)
    expect(found.passage.how).toBe('approximate')
    expect(found.candidates.map((candidate) => candidate.pageIndex)).toEqual([4, 5])
  })
  test('is lost when its words stand nowhere', () => {
    expect(look('no such words at all', 1)).toMatchObject({ pageIndex: 1, passage: { how: 'lost' } })
  })
})

describe('for any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      'infor-\nmation ',
      'of\ufb01ce ',
      'e\u0301',
      '\u00ad',
      '\u2010',
      '\u2011\n',
      ' \u2014 ',
      '\u201cq\u201d',
      '\u0645\u0631 ',
      '\u4eba\n',
      '\u0003',
      '\u0000',
      'de\u001cnite ',
      '\u007f',
      '\u0085',
      '\ufffd',
      '\ud83d\udc69\u200d\ud83d\udcbb',
      '\n',
      ' ',
    ),
  )
  const texts = fc.array(piece, { minLength: 1, maxLength: 20 }).map((pieces) => pieces.join(''))
  const ranged = texts.chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length }), fc.nat({ max: text.length })))

  test(
    'every range, described and found again, is exact and in its place',
    () => {
      fc.assert(
        fc.property(ranged, ([text, a, b]) => {
          const range = { start: Math.min(a, b), end: Math.max(a, b) }
          const ranges = [range]
          const description = describePassage(text, ranges)
          fc.pre(foldText(description.quote).folded !== '')
          expect(findQuotation(page(text), { ...description, ranges })).toMatchObject({ how: 'exact', ranges })
        }),
        { numRuns: 500 },
      )
    },
    PATIENCE,
  )

  test(
    'every range that holds whole characters is found without its offsets',
    () => {
      fc.assert(
        fc.property(ranged, ([text, a, b]) => {
          const clusters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map((cluster) => cluster.index)
          const whole = (offset: number): number => clusters.findLast((start) => start <= offset) ?? 0
          const range = { start: whole(Math.min(a, b)), end: whole(Math.max(a, b)) }
          const { quote } = describePassage(text, [range])
          fc.pre(foldText(quote).folded !== '')
          expect(findQuotation(page(text), { quote }).how).toBe('exact')
        }),
        { numRuns: 500 },
      )
    },
    PATIENCE,
  )

  test(
    'what is exact or moved stands in the page, character by character',
    () => {
      const quoted = texts.chain((text) =>
        fc.tuple(fc.constant(text), fc.oneof(texts, fc.constantFrom(...text.split(/[\n ]/)), fc.constant(text.slice(2, 9)))),
      )
      fc.assert(
        fc.property(quoted, fc.nat(), fc.nat(), ([text, quote], start, length) => {
          const found = findQuotation(page(text), {
            quote,
            ranges: [{ start: start % (text.length + 1), end: (start % (text.length + 1)) + (length % 9) }],
          })
          fc.pre(found.how === 'exact' || found.how === 'moved')
          expect(foldText(textOfRanges(text, 'ranges' in found ? found.ranges : [])).folded).toContain(foldText(quote).folded)
        }),
        { numRuns: 500 },
      )
    },
    PATIENCE,
  )

  test(
    'a control character within a passage can\u2019t be left out',
    () => {
      fc.assert(
        fc.property(texts, fc.constantFrom('\u0003', '\u0000', '\u001c', '\u007f', '\u0085'), texts, (before, sign, after) => {
          const quote = `of ${before}${after} to`
          fc.pre(!quote.includes(sign))
          const found = findQuotation(page(`of ${before}${sign}${after} to`), { quote, ranges: [{ start: 0, end: quote.length + 1 }] })
          expect(['approximate', 'lost']).toContain(found.how)
        }),
        { numRuns: 500 },
      )
    },
    PATIENCE,
  )

  test(
    'a changed letter is never exact or moved',
    () => {
      const words = fc
        .array(fc.constantFrom('award', 'vendor', 'ceiling', 'data', 'notice', 'ICE', 'the', 'of'), { minLength: 4, maxLength: 30 })
        .map((list) => list.join(' '))
      fc.assert(
        fc.property(words, fc.nat(), fc.nat(), fc.constantFrom('\u03a9', 'z', 'Q', '7'), (text, from, at, letter) => {
          const start = from % Math.max(1, text.length - 12)
          const original = text.slice(start, start + 40).trim()
          const changed = `${original.slice(0, at % original.length)}${letter}${original.slice((at % original.length) + 1)}`
          const found = findQuotation(page(text), { quote: changed, ranges: [{ start, end: start + original.length }] })
          expect(['approximate', 'lost']).toContain(found.how)
        }),
        { numRuns: 500 },
      )
    },
    PATIENCE,
  )
})
