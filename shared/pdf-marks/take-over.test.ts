import { describe, expect, test } from 'vitest'
import { quadsOfRanges } from '../anchoring/passage-geometry'
import type { TextRun } from '../documents/page'
import type { ReadablePage } from '../documents/page-reading'
import { aDocument } from '../testing/builders'
import { pdfRect, quad } from '../units/geometry'
import { pageIndex, pageStamp } from '../units/pages'
import { pdfDateWords, type PdfMark } from './pdf-mark'
import { takeOver, wholeMarks } from './take-over'

const document = aDocument()
/** Two lines of ten points at heights 700 and 688: six points a character, about. */
function page(index: number): ReadablePage {
  const lines = ['the contract was signed', 'in the month of March']
  let text = ''
  const runs: TextRun[] = []
  for (const [at, line] of lines.entries()) {
    runs.push([text.length, text.length + line.length, 72, 700 - at * 12, line.length * 5, 10, 0, 0])
    text += `${line}\n`
  }
  return {
    page: { index: pageIndex(index), label: null, box: [0, 0, 612, 792], rotation: 0, userUnit: 1, content: 'text' },
    text: { index, origin: 'embedded', text, runs, extractor: document.extractor, held: [], words: [] },
    stamp: pageStamp('JA 042'),
  }
}
const mark = (over: Partial<PdfMark> = {}): PdfMark => ({
  reference: 'nm-1',
  pageIndex: pageIndex(0),
  subtype: 'Highlight',
  quads: [quad(72, 709, 190, 709, 72, 698, 190, 698)],
  rect: pdfRect(72, 698, 190, 709),
  comment: 'Look here',
  author: 'AnJackson',
  modified: "D:20120413145428+01'00'",
  created: '',
  colour: '#ffff00',
  replies: [],
  vouch: null,
  ...over,
})
const taken = (...parts: readonly PdfMark[]) => takeOver(document.id, parts, page, 'Acrobat')

describe('a mark of the file', () => {
  test('becomes a highlight of the words under it, with who made it and the page’s stamp', () => {
    const one = taken(mark())
    expect(one).toMatchObject({
      kind: 'highlight',
      comment: 'Look here',
      author: 'AnJackson',
      pdfOrigin: { author: 'AnJackson', program: 'Acrobat', subtype: 'Highlight', reference: 'nm-1', modified: "D:20120413145428+01'00'" },
    })
    expect(one?.segments).toMatchObject([{ quote: 'the contract was signed', stamp: 'JA 042', textOrigin: 'embedded', state: 'exact' }])
  })
  test('over two lines is one passage, and a quad that reaches into the next line does not take it along', () => {
    const two = taken(mark({ quads: [quad(72, 710, 190, 710, 72, 696.5, 190, 696.5), quad(72, 697, 120, 697, 72, 686, 120, 686)] }))
    expect(two?.segments[0]?.quote).toMatch(/^the contract was signed in the mo/)
    expect(taken(mark({ quads: [quad(72, 710, 190, 710, 72, 694, 190, 694)] }))?.segments[0]?.quote).toBe('the contract was signed')
  })
  test('along a slanted line takes its words, and none of the lines that its enclosing box would reach', () => {
    const lines = [
      'the contractor shall deliver the platform',
      'before the end of the month of March next',
      'and train the officers who are to use it',
    ]
    let text = ''
    const runs: TextRun[] = []
    for (const [at, line] of lines.entries()) {
      runs.push([
        text.length,
        text.length + line.length,
        72 + at * 14 * Math.sin(Math.PI / 30),
        400 - at * 14 * Math.cos(Math.PI / 30),
        line.length * 5,
        10,
        6,
        0,
      ])
      text += `${line}\n`
    }
    const level = page(0)
    const slanted: ReadablePage = { ...level, text: { ...level.text, text, runs } }
    const middle = { start: lines[0]?.length ?? 0, end: text.indexOf('and train') }
    const read = takeOver(document.id, [mark({ quads: quadsOfRanges(slanted.text, [middle]) })], () => slanted, 'Acrobat')
    expect(read?.segments.map(({ quote }) => quote)).toEqual(['before the end of the month of March next'])
  })
  test('struck out, underlined or wavy is an underline; its kind in the file stays with it', () => {
    for (const subtype of ['StrikeOut', 'Underline', 'Squiggly'] as const)
      expect(taken(mark({ subtype }))).toMatchObject({ kind: 'underline', pdfOrigin: { subtype } })
  })
  test('on a picture becomes an area, and a drawing or a note is no quotation', () => {
    expect(taken(mark({ quads: [quad(72, 300, 190, 300, 72, 280, 190, 280)] }))).toMatchObject({
      kind: 'area',
      segments: [{ quote: '', ranges: [], textOrigin: 'typed' }],
    })
    expect(taken(mark({ subtype: 'Text', quads: [] }))).toMatchObject({ kind: 'page-note', segments: [{ quads: [], quote: '' }] })
    expect(taken(mark({ subtype: 'Square', quads: [], rect: pdfRect(70, 684, 200, 697) }))).toMatchObject({
      kind: 'area',
      segments: [{ quote: 'in the month of March', quads: [[70, 697, 200, 697, 70, 684, 200, 684]] }],
    })
    expect(taken(mark({ subtype: 'FreeText', quads: [] }))).toMatchObject({ kind: 'area', comment: 'Look here', segments: [{ quote: '' }] })
  })
  test('carries the replies to it, each with its author', () =>
    expect(
      taken(
        mark({
          replies: [
            { author: 'Ann', comment: 'Is it?' },
            { author: '', comment: 'It is.' },
            { author: 'Bob', comment: '' },
          ],
        }),
      )?.comment,
    ).toBe('Look here\n\nAnn: Is it?\n\nReply: It is.'))
  test('that Vouch wrote over two pages is read back as one, in order', () => {
    const vouch = {
      mark: 'annotation_a',
      parts: 2,
      kind: 'highlight',
      comment: 'Both',
      tags: ['date'],
      exemptionCodes: [],
      author: 'Mara',
      quads: mark().quads,
      passage: { ranges: [{ start: 0, end: 3 }], quote: 'the' },
      typed: null,
    } as const
    const [whole, ...others] = wholeMarks([
      mark({ reference: 'b', pageIndex: pageIndex(1), vouch: { ...vouch, part: 1 } }),
      mark({ reference: 'a', vouch: { ...vouch, part: 0 } }),
    ])
    expect(others).toEqual([])
    expect(taken(...(whole ?? []))).toMatchObject({
      comment: 'Both',
      tags: ['date'],
      author: 'Mara',
      segments: [
        { pageIndex: 0, quote: 'the' },
        { pageIndex: 1, quote: 'the' },
      ],
    })
    const elsewhere = { ...vouch, passage: { ranges: [{ start: 0, end: 3 }], quote: 'other words' }, part: 0, parts: 1 }
    expect(taken(mark({ vouch: elsewhere }))?.segments[0]?.quote).toBe('the contract was signed')
  })
})
test('a date of a PDF is shown as it stands there, without its zone', () => {
  expect(pdfDateWords("D:20120413145428+01'00'")).toBe('2012-04-13 14:54')
  expect(pdfDateWords('D:2012')).toBe('2012')
  expect(pdfDateWords('last spring')).toBe('last spring')
})
