import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextRun } from '../documents/page'
import { pageIndex, pageLabel } from '../units/pages'
import { timestampOf } from '../units/time'
import { edgesOfPage, pagesReading, proposeStamps as propose, type StampPage, type StampProposal } from './propose-stamps'
import { stampByRule } from './stamp-of'

const proposeStamps = (pages: readonly StampPage[]): readonly StampProposal[] => propose(pages.map(edgesOfPage))

/** Lines of print on a letter sheet, each at its height in points from the bottom. */
function sheet(index: number, lines: readonly (readonly [text: string, y: number])[], over: Partial<StampPage['page']> = {}): StampPage {
  let text = ''
  const runs: TextRun[] = []
  for (const [words, y] of lines) {
    runs.push([text.length, text.length + words.length, 72, y, words.length * 5, 10, 0, 0])
    text += `${words}\n`
  }
  return { page: { index: pageIndex(index), label: null, box: [0, 0, 612, 792], rotation: 0, ...over }, text: { text, runs } }
}
const sheets = (number: number, stamp: (page: number) => string | null): readonly StampPage[] =>
  Array.from({ length: number }, (_, page) => {
    const words = stamp(page)
    return sheet(page, [['the body of the page, 12 lines of it', 400], ...(words === null ? [] : [[words, 30] as const])])
  })
const stamps = (proposal: StampProposal, pages: number): readonly (string | null)[] =>
  Array.from({ length: pages }, (_, page) => stampByRule({ ...proposal, exceptions: [], at: timestampOf(0) }, page))
const padded = (value: number, digits: number): string => String(value).padStart(digits, '0')

describe('stamps are proposed', () => {
  test('for Bates numbers of a request with a running page', () => {
    const [one, ...rest] = proposeStamps(sheets(8, (page) => `2020-ICLI-00042 ${1234 + page}`))
    expect(rest).toEqual([])
    expect(one).toMatchObject({
      kind: 'bates',
      from: 0,
      to: 7,
      before: '2020-ICLI-00042 ',
      first: 1234,
      step: 1,
      digits: 0,
      confidence: 'high',
    })
  })
  test('for two series on one page', () => {
    const found = proposeStamps(
      Array.from({ length: 6 }, (_, page) =>
        sheet(page, [
          [`JA ${padded(42 + page, 3)}`, 30],
          [`Case 1:20-cv-01234 Document 52 Filed 01/02/20 Page ${page + 1} of 6`, 770],
        ]),
      ),
    )
    expect(found.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['record', 'JA ', ''],
      ['filing', 'Case 1:20-cv-01234 Document 52 Filed 01/02/20 Page ', ' of 6'],
    ])
  })
  test('once for each run of a series that begins anew, also for a filing of one page', () => {
    const page = (at: number): string =>
      at < 5 ? `Document 1 Page ${at + 1} of 5` : at === 5 ? 'Document 2 Page 1 of 1' : `Document 3 Page ${at - 5} of 4`
    expect(proposeStamps(sheets(10, page)).map(({ from, to, before }) => [from, to, before])).toEqual([
      [0, 4, 'Document 1 Page '],
      [5, 5, 'Document 2 Page '],
      [6, 9, 'Document 3 Page '],
    ])
  })
  test('with pages on which recognition read O for 0 and l for 1 counted as read with damage', () => {
    const [one] = proposeStamps(sheets(12, (page) => (page === 3 ? 'ABC OOOOl3' : `ABC ${padded(10 + page, 6)}`)))
    expect(one).toMatchObject({ from: 0, to: 11, digits: 6, damaged: [3], confidence: 'high' })
    expect(one?.read).toHaveLength(11)
  })
  test('at the edge of the page as shown, however it is turned', () => {
    const turned = (rotation: 90 | 270) =>
      Array.from({ length: 5 }, (_, page): StampPage => {
        const words = `DOJ_${padded(100 + page, 6)}`
        // On a sheet shown turned right, its lower edge is the right edge of the sheet as stored.
        const [x, y, angle] = rotation === 90 ? [590, 100, 90] : [22, 700, -90]
        return {
          page: { index: pageIndex(page), label: null, box: [0, 0, 612, 792], rotation },
          text: { text: words, runs: [[0, words.length, x, y, 50, 10, angle, 0]] },
        }
      })
    for (const rotation of [90, 270] as const)
      expect(proposeStamps(turned(rotation))).toMatchObject([{ before: 'DOJ_', first: 100, digits: 6 }])
  })
  test('for printed page numbers last, and not where file page or label say the same', () => {
    expect(proposeStamps(sheets(6, (page) => String(page + 1)))).toEqual([])
    expect(
      proposeStamps(
        sheets(6, (page) => String(page + 9)).map(({ page, text }) => ({
          page: { ...page, label: pageLabel(String(page.index + 9)) },
          text,
        })),
      ),
    ).toEqual([])
    expect(proposeStamps(sheets(6, (page) => `- ${page + 9} -`))).toMatchObject([{ kind: 'printed', before: '- ', after: ' -', first: 9 }])
  })
  test.each([
    ['a manual', (page: number) => `DICOM Conformance Statement Page ${page + 1}`],
    ['a journal', (page: number) => `Y. Özen et al. / Solar Energy Materials & Solar Cells 137 (2015) 1–5 ${page + 1}`],
    ['a program’s own pages', (page: number) => `foo2hp2600-wrapper 0.0 Thu Sep 02 12:45:45 2021 ${page + 1}`],
    ['a library', (page: number) => `LAW LIBRARY OF CONGRESS – ${page + 1}`],
    ['a work with its pages counted', (page: number) => `Auto Multiple Choice ${page + 1} / 86`],
    ['a firm’s work', (page: number) => `Copyright 2018-2019 NXP • ${page + 1}`],
    ['a title after the number', (page: number) => `DICOMscope 3.6.0 - ${page + 1} - User Manual`],
  ])('as bare page numbers where they stand in the footer of %s, and only where the file page is another', (_of, stamp) => {
    expect(proposeStamps(sheets(6, stamp))).toEqual([])
    expect(proposeStamps(sheets(6, (page) => stamp(page + 3)))).toMatchObject([{ kind: 'printed', before: '', after: '', first: 4 }])
  })
  test('not for a count that says what the file’s pages say, unless a court made it', () => {
    expect(proposeStamps(sheets(6, (page) => `Graphite Table Format Page ${page + 1} of 6`))).toEqual([])
    expect(proposeStamps(sheets(6, (page) => (page === 0 ? null : `Page ${page} of 5`)))).toMatchObject([
      { kind: 'filing', before: 'Page ', after: ' of 5', from: 1 },
    ])
    expect(proposeStamps(sheets(6, (page) => `Case 21-1233, Document 85, 11/19/2021, 3215742, Page${page + 1} of 6`))).toMatchObject([
      { kind: 'filing' },
    ])
  })
  test('not for what the printer, a browser or a heading counts', () => {
    expect(
      proposeStamps(
        sheets(
          9,
          (page) =>
            `VerDate Sep<11>2014 16:21 Aug 05, 2020 Jkt 250001 PO 00000 Frm ${padded(page + 3, 5)} Fmt 4702 Sfmt 4702 E:\\FR\\FM\\06AUP1.SGM`,
        ),
      ),
    ).toEqual([])
    expect(
      proposeStamps(sheets(9, (page) => `http://www.contactor.se/~dast/cpp/macros.HTML (${page + 1} of 9) [10/26/2004 3:25:07 PM]`)),
    ).toEqual([])
    expect(proposeStamps(sheets(9, (page) => `SECTION ${page + 6}`))).toEqual([])
  })
  test.each(['JA ', 'Joint Appendix ', 'A.R. ', 'ICE FOIA ', 'USD:31-'])('as record pages after “%s”', (before) =>
    expect(proposeStamps(sheets(6, (page) => `${before}${page + 35}`))).toMatchObject([{ kind: 'record', before, first: 35 }]),
  )
  test.each([
    ['2020-ICLI-00042 ', 0],
    ['US-HOUSE-', 5],
    ['Confidential treatment requested by the vendor PLTR-', 6],
  ])('as Bates numbers after “%s”', (before, digits) =>
    expect(proposeStamps(sheets(6, (page) => `${before}${padded(page + 35, digits)}`))).toMatchObject([
      { kind: 'bates', before, first: 35 },
    ]),
  )
  test('neither for numbers in the body, nor for tables, nor for what does not grow', () => {
    expect(proposeStamps(Array.from({ length: 9 }, (_, page) => sheet(page, [[`Item ${page + 1}`, 400]])))).toEqual([])
    expect(proposeStamps(sheets(9, (page) => `0.${padded(page * 7 + 3, 2)} 12.${page}`))).toEqual([])
    expect(proposeStamps(sheets(9, () => 'FOIA 2024-ICFO-39357'))).toEqual([])
  })
  test('and a rule can be held against what stands at the edges', () => {
    const edges = sheets(4, (page) => (page === 2 ? null : `JA ${padded(42 + page, 3)} `)).map(edgesOfPage)
    expect(pagesReading(edges, (page) => `JA ${padded(42 + page, 3)}`)).toEqual([0, 1, 3])
  })
  test('for any series among holes and noise, with just the pages that carry it', () => {
    const series = fc.record({
      prefix: fc.constantFrom('ABC', 'DOJ_', 'JA ', '2020-ICLI-00042 ', 'US-HOUSE-'),
      first: fc.integer({ min: 1, max: 9000 }),
      digits: fc.constantFrom(0, 5, 7),
      pages: fc.array(fc.boolean(), { minLength: 8, maxLength: 40 }),
      noise: fc.array(fc.stringMatching(/^[a-z ]{3,20}$/), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(series, ({ prefix, first, digits, pages, noise }) => {
        const has = pages.map((there, at) => there || at % 3 === 0)
        const stamp = (page: number): string => `${prefix}${padded(first + page, digits)}`
        const found = proposeStamps(
          has.map((there, page) =>
            sheet(page, [...noise.map((words, at) => [words, 760 - at * 12] as const), ...(there ? [[stamp(page), 24] as const] : [])]),
          ),
        )
        expect(found).toHaveLength(1)
        const [one] = found
        if (one === undefined) return
        const given = stamps(one, has.length)
        expect(given.filter((_, page) => has[page])).toEqual(has.flatMap((there, page) => (there ? [stamp(page)] : [])))
        expect(one.read).toEqual(has.flatMap((there, page) => (there ? [page] : [])))
      }),
      { numRuns: 60 },
    )
  })
})
