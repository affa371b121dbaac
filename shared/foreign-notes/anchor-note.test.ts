import { describe, expect, test } from 'vitest'
import type { TextRun } from '../documents/page'
import type { ReadablePage } from '../documents/page-reading'
import { aDocument } from '../testing/builders'
import { quad } from '../units/geometry'
import { pageIndex } from '../units/pages'
import { anchorNote } from './anchor-note'
import type { ForeignNote, NoteTarget } from './foreign-note'

const document = aDocument({ pageCount: 3 })
const LINES = [
  ['the contract was signed', 'in the month of March'],
  ['nothing of it was published', 'and the contract was signed'],
  ['an appendix without a word of it', 'that says the sum'],
]
/** Lines of twelve points from height 700 down, five points a character. */
function page(index: number, rotation: 0 | 90 | 180 | 270 = 0): ReadablePage {
  let text = ''
  const runs: TextRun[] = []
  for (const [at, line] of (LINES[index] ?? []).entries()) {
    runs.push([text.length, text.length + line.length, 72, 700 - at * 12, line.length * 5, 10, 0, 0])
    text += `${line}\n`
  }
  return {
    page: { index: pageIndex(index), label: null, box: [0, 0, 612, 792], rotation, userUnit: 1, content: 'text' },
    text: { index, origin: 'embedded', text, runs, extractor: document.extractor, held: [], words: [] },
    stamp: null,
  }
}
const pages = new Map([0, 1, 2].map((index) => [index, page(index)]))
const TARGET: NoteTarget = { page: null, row: null, quote: null, ranges: [], place: null, typed: false }
const note = (target: Partial<NoteTarget>, over: Partial<ForeignNote> = {}): ForeignNote => ({
  where: 'note 1',
  reference: 'x',
  kind: 'highlight',
  subtype: 'annotation',
  document: { sha256: null, name: '' },
  author: '',
  date: '',
  comment: '',
  tags: [],
  exemptionCodes: [],
  targets: [{ ...TARGET, ...target }],
  own: false,
  ...over,
})
const quote = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix })
const found = (one: ForeignNote, on: ReadonlyMap<number, ReadablePage> = pages) => {
  const anchored = anchorNote(one, document, on)
  if (!anchored.ok) throw new Error(anchored.problem)
  return anchored.value
}

describe('a quotation', () => {
  test('of which no page is known is exact where it stands once', () => {
    expect(found(note({ quote: quote('nothing of it was published') }))).toMatchObject({
      kind: 'highlight',
      state: 'exact',
      segments: [{ pageIndex: 1, quote: 'nothing of it was published' }],
    })
  })
  test('that stands twice is told apart by its surroundings, and without them stays a likeness', () => {
    expect(found(note({ quote: quote('contract was signed', 'published and the ') }))).toMatchObject({
      state: 'exact',
      segments: [{ pageIndex: 1 }],
    })
    expect(found(note({ quote: quote('contract was signed') }))).toMatchObject({ state: 'approximate' })
  })
  test('said to stand on a page is exact there, and moved where it stands elsewhere', () => {
    expect(found(note({ page: pageIndex(1), quote: quote('contract was signed') }))).toMatchObject({
      state: 'exact',
      segments: [{ pageIndex: 1 }],
    })
    expect(found(note({ page: pageIndex(0), quote: quote('nothing of it was published') }))).toMatchObject({
      state: 'moved',
      segments: [{ pageIndex: 1 }],
    })
    expect(found(note({ page: pageIndex(40), quote: quote('that says the sum') }))).toMatchObject({
      state: 'exact',
      segments: [{ pageIndex: 2 }],
    })
  })
  test('that only something is like keeps its own words, and one that is nowhere is lost with them', () => {
    expect(found(note({ quote: quote('nothing of it was publicised') }))).toMatchObject({
      state: 'approximate',
      segments: [{ pageIndex: 1, quote: 'nothing of it was publicised' }],
    })
    expect(found(note({ quote: quote('wholly other words that nobody wrote') }))).toMatchObject({
      state: 'lost',
      segments: [{ quote: 'wholly other words that nobody wrote', quads: [] }],
    })
  })
  test('over a page break is one mark of two segments', () => {
    expect(found(note({ quote: quote('in the month of March nothing of it was published') }))).toMatchObject({
      state: 'exact',
      segments: [{ pageIndex: 0 }, { pageIndex: 1 }],
    })
  })
})

describe('a place', () => {
  test('on words takes the words under it, and without words is an area', () => {
    expect(
      found(
        note({ page: pageIndex(0), place: { in: 'quads', quads: [quad(72, 709, 190, 709, 72, 698, 190, 698)] } }, { subtype: 'Highlight' }),
      ),
    ).toMatchObject({ kind: 'highlight', segments: [{ quote: 'the contract was signed' }] })
    expect(found(note({ page: pageIndex(0), place: { in: 'quads', quads: [quad(72, 300, 190, 300, 72, 280, 190, 280)] } }))).toMatchObject({
      kind: 'area',
      segments: [{ quote: '' }],
    })
  })
  test('in shares of the page lies where it was drawn, however the page is turned', () => {
    const shares = note({ page: pageIndex(0), place: { in: 'shares', left: 0.1, top: 0.2, right: 0.3, bottom: 0.4 } }, { kind: 'area' })
    const drawn = (rotation: 0 | 90 | 180 | 270) => found(shares, new Map([[0, page(0, rotation)]])).segments[0]?.quads[0]?.map(Math.round)
    expect(drawn(0)).toEqual([61, 634, 184, 634, 61, 475, 184, 475])
    expect(drawn(90)).toEqual([122, 238, 245, 238, 122, 79, 245, 79])
    expect(drawn(180)).toEqual([428, 317, 551, 317, 428, 158, 551, 158])
    expect(drawn(270)).toEqual([367, 713, 490, 713, 367, 554, 490, 554])
  })
  test('on a page that there is not, or beside it, is refused with the reason', () => {
    const place = { in: 'quads', quads: [quad(72, 709, 190, 709, 72, 698, 190, 698)] } as const
    expect(anchorNote(note({ page: pageIndex(9), place }), document, pages)).toMatchObject({
      ok: false,
      problem: 'it stands on page 10, and the document has 3',
    })
    expect(
      anchorNote(note({ page: pageIndex(0), place: { in: 'quads', quads: [quad(9000, 9, 9001, 9, 9000, 1, 9001, 1)] } }), document, pages),
    ).toMatchObject({ ok: false, problem: 'it lies beside the page' })
  })
  test('that Vouch drew guesses no words, and words that were typed beside a picture come with it', () => {
    const place = { in: 'quads', quads: [quad(72, 709, 190, 709, 72, 698, 190, 698)] } as const
    expect(found(note({ page: pageIndex(0), place }, { own: true, kind: 'redaction' }))).toMatchObject({
      kind: 'redaction',
      segments: [{ quote: '', quads: place.quads }],
    })
    expect(found(note({ page: pageIndex(0), place, quote: quote('typed words'), typed: true }, { own: true, kind: 'area' }))).toMatchObject(
      { kind: 'area', state: 'exact', segments: [{ quote: 'typed words', textOrigin: 'typed' }] },
    )
  })
})

test('what names neither words nor a place is a note on its page, or on the first', () => {
  expect(found(note({ page: pageIndex(2) }, { kind: 'page-note' }))).toMatchObject({
    kind: 'page-note',
    segments: [{ pageIndex: 2, quads: [] }],
  })
  expect(found(note({}, { kind: 'page-note' }))).toMatchObject({ kind: 'page-note', segments: [{ pageIndex: 0 }] })
})
