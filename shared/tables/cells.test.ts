import { describe, expect, test } from 'vitest'
import { citationOf } from '../annotations/citation'
import { anchorSegment } from '../anchoring/anchor-annotation'
import { makeSegment } from '../anchoring/make-segment'
import { aDocument, anAnnotation } from '../testing/builders'
import { pageIndex, pageLabel } from '../units/pages'
import { checkQuotations } from '../verification/check-quotations'
import { openTableExhibit } from '../verification/table-exhibit'
import { cellHolds, cellRanges, cellWords } from './cells'
import { TABLE_EXTRACTOR } from './table'

const document = aDocument({ name: 'vendors.csv', media: 'csv', extractor: TABLE_EXTRACTOR })
const text = 'ICE\tExample  Vision\nLtd\t\t9'
const headings = ['agency', 'vendor', '', 'n']
const page = {
  index: pageIndex(11),
  label: pageLabel('Sheet1!12'),
  box: [0, 0, 0, 0] as const,
  rotation: 0 as const,
  userUnit: 1,
  content: 'text' as const,
}
const segmentOf = (start: number, end: number) =>
  makeSegment({ documentId: document.id, page, text: { text, runs: [] }, ranges: [{ start, end }], extractor: TABLE_EXTRACTOR, headings })

describe('a passage of a table', () => {
  test('names its sheet, row and column, or the row where it runs over cells', () => {
    expect(cellRanges(text)).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 23 },
      { start: 24, end: 24 },
      { start: 25, end: 26 },
    ])
    expect(segmentOf(4, 11).cell).toEqual({ sheet: 'Sheet1', row: 12, column: 2, heading: 'vendor' })
    expect(segmentOf(0, 23).cell).toEqual({ sheet: 'Sheet1', row: 12, column: null, heading: null })
    expect(
      makeSegment({
        documentId: document.id,
        page,
        text: { text, runs: [] },
        ranges: [{ start: 0, end: 3 }],
        extractor: { name: 'pdf.js', version: '6' },
      }).cell,
    ).toBeUndefined()
  })
  test('is cited by them', () => {
    expect(citationOf(anAnnotation(document, { segments: [segmentOf(4, 23)] }), document).text).toMatch(
      /^“Example Vision Ltd” \(vendors\.csv, sheet Sheet1, row 12, column vendor \(B\), SHA-256/,
    )
    expect(cellWords({ sheet: null, row: 3, column: 3, heading: '' })).toBe('row 3, column C')
  })
  test('is looked for in its own cell alone', () => {
    expect([
      cellHolds(text, 2, 'Example Vision Ltd'),
      cellHolds(text, 1, 'Example Vision Ltd'),
      cellHolds(text, null, 'Example Vision Ltd'),
      cellHolds(text, 3, ''),
      cellHolds(text, 1, ''),
    ]).toEqual([true, false, true, true, false])
    const segment = segmentOf(0, 3)
    expect(anchorSegment(segment, () => ({ text, runs: [] }), 20).state).toBe('exact')
    expect(anchorSegment(segment, (index) => ({ text: index === 11 ? 'DOJ\tICE' : text, runs: [] }), 20).state).toBe('lost')
  })
})

describe('the verification of a cell', () => {
  const row = (page: number, column: string, quote: string): string =>
    `claim,quote,document_sha256,page,state,text_origin,sheet,column\r\nC01,${quote},${document.id},${page},exact,embedded,,${column}\r\n`
  const check = async (exhibit: string, evidence: string) =>
    checkQuotations(
      new Map([['evidence.csv', evidence]]),
      new Map([['data/exhibits/EX-001.csv', document.id]]),
      async (path) => openTableExhibit(new TextEncoder().encode(exhibit), 'csv', path),
      null,
    )
  const exhibit = 'agency,vendor\nICE,Example\nDHS,\n'
  test('passes where its words stand in it, or where it is said to be empty and is', async () => {
    expect(await check(exhibit, row(2, '2', 'Example'))).toMatchObject({ ok: true })
    expect(await check(exhibit, row(2, '', 'ICE Example'))).toMatchObject({ ok: true })
    expect(await check(exhibit, row(3, '2', ''))).toMatchObject({ ok: true })
  })
  test('fails where the cell was changed, or the words stand in another cell, row or nowhere', async () => {
    expect(await check(exhibit.replace('Example', 'Sample'), row(2, '2', 'Example'))).toMatchObject({ ok: false })
    expect(await check(exhibit, row(2, '1', 'Example'))).toMatchObject({ ok: false })
    expect(await check(exhibit, row(3, '2', 'Example'))).toMatchObject({ ok: false })
    expect(await check(exhibit, row(9, '2', ''))).toMatchObject({ ok: false })
    expect(await check(exhibit, row(2, '2', ''))).toMatchObject({ ok: false })
    expect(await check(exhibit, row(3, '', ''))).toMatchObject({ ok: false })
  })
})
