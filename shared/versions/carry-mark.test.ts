import { expect, test } from 'vitest'
import type { ReadablePage } from '../documents/page-reading'
import { pageSchema } from '../documents/page'
import { anAnnotation, aDocument } from '../testing/builders'
import { carryMark } from './carry-mark'

const [before, after] = [aDocument(), aDocument()]
const pageOf =
  (texts: readonly string[]) =>
  (index: number): ReadablePage | undefined => {
    const text = texts[index]
    if (text === undefined) return undefined
    const page = pageSchema.parse({ index, label: null, box: [0, 0, 612, 792], rotation: 0, userUnit: 1, content: 'text' })
    return {
      page,
      text: {
        index,
        origin: 'embedded',
        text,
        runs: [[0, text.length, 72, 700, 400, 11, 0, 0]],
        extractor: after.extractor,
        held: [],
        words: [],
      },
      stamp: null,
    }
  }
const mark = (quote: string, text: string) =>
  anAnnotation(before, { segments: [{ quote, ranges: [{ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }] }] })
const TEXT = 'The award shall not exceed $9,225,000 in any fiscal year.'
const carry = (quote: string, later: readonly string[], answers: (index: number) => number | null = (index) => index) =>
  carryMark(mark(quote, TEXT), { documentId: after.id, pageCount: later.length, pageOf: pageOf(later), answers })

test('a passage that stands where it stood is exact, and rests on the later document', () => {
  const carried = carry('shall not exceed', [TEXT])
  expect(carried).toMatchObject({
    state: 'exact',
    byPlace: false,
    segments: [{ documentId: after.id, quote: 'shall not exceed', state: 'exact' }],
  })
})
test('a passage that stands elsewhere has moved: on the page that answers, or on another', () => {
  expect(carry('shall not exceed', ['A new first page.', `Preface. ${TEXT}`], () => 1)).toMatchObject({
    state: 'moved',
    segments: [{ pageIndex: 1, ranges: [{ start: 19, end: 35 }] }],
  })
  expect(carry('shall not exceed', ['A new first page.', TEXT], () => 0)).toMatchObject({ state: 'moved', segments: [{ pageIndex: 1 }] })
})
test('a likeness is approximate and has the later words, and what is not there is lost', () => {
  expect(carry('shall not exceed $9,225,000', [TEXT.replace('9,225', '9,226')])).toMatchObject({
    state: 'approximate',
    segments: [{ quote: 'shall not exceed $9,226,000' }],
  })
  expect(carry('shall not exceed', ['(b)(4)'])).toMatchObject({ state: 'lost', segments: [] })
})
test('a box is carried by its place and never counts as found', () => {
  const box = anAnnotation(before, { kind: 'area', segments: [{ quote: 'AWARD', ranges: [], textOrigin: 'typed' }] })
  const to = { documentId: after.id, pageCount: 1, pageOf: pageOf([TEXT]) }
  expect(carryMark(box, { ...to, answers: () => 0 })).toMatchObject({
    state: 'approximate',
    byPlace: true,
    segments: [{ documentId: after.id, quote: 'AWARD' }],
  })
  expect(carryMark(box, { ...to, answers: () => null })).toMatchObject({ state: 'lost', segments: [] })
})
