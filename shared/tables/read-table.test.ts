import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aWorkbook } from '../testing/small-workbook'
import { readTable } from './read-table'
import type { Table, TableMedia } from './table'
import { unpackPart, zipParts } from './zip-parts'
import { outlineOfTable, pagesOfTable, rowOfPage, sheetsOfDocument, storedRow, tableOfRows } from './table-pages'

const read = async (bytes: Uint8Array, media: TableMedia): Promise<Table> => {
  const table = await readTable(bytes, media, 'a file')
  if (!table.ok) throw new Error(table.problem.what)
  return table.value
}
const trouble = async (bytes: Uint8Array, media: TableMedia): Promise<string> => {
  const table = await readTable(bytes, media, 'a file')
  return table.ok ? 'it was read' : table.problem.what
}
const csv = (text: string): Promise<Table> => read(new TextEncoder().encode(text), 'csv')
const cells = (table: Table, sheet = 0): readonly (readonly string[])[] => table.sheets[sheet]?.rows.map((row) => row.cells) ?? []
const utf16 = (text: string, mark: boolean): Uint8Array =>
  new Uint8Array(Uint16Array.from(`${mark ? '\ufeff' : ''}${text}`, (char) => char.charCodeAt(0)).buffer)
/** A sheet of inline strings. */
const sheetOf = (rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`).join('')}</sheetData>`

describe('a CSV file', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode('Büro,Straße\n1,2\n')],
    ['UTF-8 with byte order mark', new TextEncoder().encode('\ufeffBüro,Straße\n1,2\n')],
    ['UTF-16, little end first', utf16('Büro,Straße\n1,2\n', true)],
    ['UTF-16, little end first', utf16('Büro,Straße\n1,2\n', false)],
    ['Windows-1252', Uint8Array.from('B\u00fcro,Stra\u00dfe\n1,2\n', (char) => char.charCodeAt(0))],
  ])('is read in its encoding: %s', async (encoding, bytes) => {
    const table = await read(bytes, 'csv')
    expect(table.facts['Encoding']).toBe(encoding)
    expect(cells(table)).toEqual([
      ['Büro', 'Straße'],
      ['1', '2'],
    ])
  })

  test('is parted where its separator stands outside of quotes', async () => {
    expect(cells(await csv('a;b\n"1;2";3,5\n'))).toEqual([
      ['a', 'b'],
      ['1;2', '3,5'],
    ])
    expect(cells(await csv('a\tb\n1, and\t2\n'))).toEqual([
      ['a', 'b'],
      ['1, and', '2'],
    ])
    expect(cells(await csv('sep=|\na|b\n1|2\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(cells(await csv('a,"b ""quoted"", with comma"\n'))).toEqual([['a', 'b "quoted", with comma']])
  })

  test('keeps line breaks in cells, empty rows in between, ragged rows, and what looks like a formula', async () => {
    expect(cells(await csv('a,b,c\r\n"one\r\ntwo",=1+1\r\n\r\n1,2,3,4\r\n'))).toEqual([
      ['a', 'b', 'c'],
      ['one\ntwo', '=1+1'],
      [],
      ['1', '2', '3', '4'],
    ])
    expect((await csv('a\n\nb\n')).sheets[0]?.rows.map((row) => row.number)).toEqual([1, 2, 3])
    expect(cells(await csv(''))).toEqual([])
  })

  test('that is no text is refused', async () =>
    expect(await trouble(Uint8Array.of(0x4d, 0x5a, 0, 0, 0, 0, 9, 9, 0, 0, 0, 0), 'csv')).toContain('no text'))
})

describe('a workbook', () => {
  test('shows dates, numbers and truth as a spreadsheet does, and says which cells are formulas', async () => {
    const table = await read(
      aWorkbook(
        [
          {
            name: 'Data',
            xml: '<sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="str"><f>A2</f><v>kept</v></c></row><row r="5"><c r="A5" s="1"><v>45000</v></c><c r="B5" s="2"><v>1234.5</v></c><c r="C5"><v>0.30000000000000004</v></c><c r="D5"><v>1234567890123</v></c><c r="E5" t="b"><v>1</v></c><c r="F5" t="e"><v>#REF!</v></c><c r="G5"><f>WEBSERVICE("http://example.org")</f></c></row></sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>',
          },
        ],
        {
          strings: ['<si><r><t>Two </t></r><r><t>runs &amp; more</t></r><rPh><t>sound</t></rPh></si>'],
          styles: ['General', 'yyyy-mm-dd', '#,##0.00'],
        },
      ),
      'xlsx',
    )
    expect(table.sheets[0]?.rows).toEqual([
      { number: 2, cells: ['Two runs & more', '', 'kept'], formulas: [3] },
      { number: 5, cells: ['2023-03-15', '1,234.50', '0.3', '1234567890123', 'TRUE', '#REF!'], formulas: [7] },
    ])
    expect(table.sheets[0]?.merged).toEqual(['A2:B2'])
    expect(table.facts).toEqual({ Formulas: '2', 'Merged cells': '1' })
  })

  test('counts days from 1904 where it says so', async () => {
    const table = await read(
      aWorkbook([{ name: 'A', xml: '<sheetData><row><c s="0"><v>0</v></c></row></sheetData>' }], {
        styles: ['yyyy-mm-dd'],
        workbook: '<workbookPr date1904="1"/>',
      }),
      'xlsx',
    )
    expect(cells(table)).toEqual([['1904-01-01']])
  })

  test('gives all its sheets, hidden and empty ones too, and its rows come back from their pages', async () => {
    const table = await read(
      aWorkbook([
        {
          name: 'A!1',
          xml: sheetOf([
            ['name', 'note'],
            ['x', 'a_x000D_b\tc'],
          ]),
        },
        { name: 'None', xml: '<sheetData/>' },
        { name: 'Secret', state: 'veryHidden', xml: sheetOf([['h'], [], ['v']]) },
      ]),
      'xlsx',
    )
    const pages = [...pagesOfTable(table)]
    expect(pages.map(({ page }) => page.label)).toEqual(['A!1!1', 'A!1!2', 'Secret!1', 'Secret!3'])
    expect(pages.map(({ page }) => rowOfPage(page))).toMatchObject([
      { sheet: 'A!1', row: 1 },
      { row: 2 },
      { sheet: 'Secret', row: 1 },
      { row: 3 },
    ])
    const document = { outline: outlineOfTable(table), pageCount: pages.length, metadata: table.facts }
    expect(sheetsOfDocument(document)).toEqual([
      { name: 'A!1', hidden: false, first: 0, count: 2 },
      { name: 'None', hidden: false, first: 2, count: 0 },
      { name: 'Secret', hidden: true, first: 2, count: 2 },
    ])
    expect(
      tableOfRows(
        document,
        pages.map(({ page, text }) => storedRow(page, text.text)),
      ).sheets,
    ).toMatchObject([
      { headings: ['name', 'note'], rows: [['x', 'a\nb c']], places: [{ page: 1, row: 2 }] },
      { headings: [], rows: [] },
      { headings: ['h'], rows: [['v']], places: [{ page: 3, row: 3 }] },
    ])
  })
})

describe('a hostile workbook', () => {
  test('that declares a document type is refused', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    expect(
      await trouble(
        aWorkbook([{ name: 'A', xml: '' }], { parts: { 'xl/worksheets/sheet1.xml': `${bomb}<worksheet><sheetData/></worksheet>` } }),
        'xlsx',
      ),
    ).toContain('DTD')
  })
  test('that unpacks too far is given up on the way', async () => {
    const bytes = aWorkbook([{ name: 'A', xml: ' '.repeat(9_000_000) }])
    const part = (await zipParts(bytes)).get('xl/worksheets/sheet1.xml')
    if (part === undefined) throw new Error('the sheet is not in the workbook')
    const budget = { left: 3_000_000, most: 3_000_000 }
    let taken = 0
    await expect(unpackPart(part, budget, (piece) => (taken += piece.length))).rejects.toThrow('unpacks to more than 3 MB')
    expect(taken).toBeLessThanOrEqual(3_000_000)
  })
  test('that declares huge dimensions costs nothing, and a cell beyond every sheet is refused', async () => {
    expect(
      cells(
        await read(
          aWorkbook([
            {
              name: 'A',
              xml: '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>',
            },
          ]),
          'xlsx',
        ),
      )[0]?.at(-1),
    ).toBe('7')
    expect(await trouble(aWorkbook([{ name: 'A', xml: '<sheetData><row r="99999999999"/></sheetData>' }]), 'xlsx')).toContain(
      'at a place that no sheet has',
    )
  })
  test('that names parts outside of itself is read without them', async () => {
    const outside =
      '<Relationships><Relationship Id="s0" Type="x/worksheet" Target="http://example.org/sheet.xml" TargetMode="External"/><Relationship Id="s1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>'
    expect(
      (
        await read(
          aWorkbook(
            [
              { name: 'A', xml: '' },
              { name: 'B', xml: '' },
            ],
            { parts: { 'xl/_rels/workbook.xml.rels': outside } },
          ),
          'xlsx',
        )
      ).sheets.map((sheet) => sheet.rows),
    ).toEqual([[], []])
  })
  test('of which a bit was flipped is refused, and no cell of it is shown', async () => {
    const bytes = aWorkbook([{ name: 'A', xml: sheetOf([['twelve']]) }])
    const parts = await zipParts(bytes)
    const sheet = parts.get('xl/worksheets/sheet1.xml')
    if (sheet === undefined) throw new Error('the sheet is not in the workbook')
    const packedFrom = sheet.offset + 30 + sheet.filename.length
    for (let at = packedFrom; at < packedFrom + sheet.compressedSize; at += 1) {
      const damaged = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte))
      expect(await trouble(damaged, 'xlsx')).toContain('is damaged and cannot be unpacked')
    }
  })
  test('that is cut off, or is none at all, is refused with a reason', async () => {
    const whole = aWorkbook([{ name: 'A', xml: sheetOf([['a']]) }])
    expect(await trouble(whole.subarray(0, whole.length - 30), 'xlsx')).toContain('no whole XLSX file')
    expect(
      await trouble(
        aWorkbook([{ name: 'A', xml: '<sheetData><row>' }], { parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' } }),
        'xlsx',
      ),
    ).toContain('ends before it is complete')
    expect(await trouble(aWorkbook([], { parts: { 'xl/workbook.xml': '<document/>' } }), 'xlsx')).toContain('no Excel workbook')
  })
})

const corpus = join(import.meta.dirname, '../../../shared/corpus')
describe.skipIf(!existsSync(corpus))('the inventories of the corpus', () => {
  test('the one of DHS for 2024 has 197 uses in 72 columns', async () => {
    const table = await read(readFileSync(join(corpus, 'dhs-2024-ai-use-case-inventory.csv')), 'csv')
    const rows = cells(table)
    expect(rows).toHaveLength(198)
    expect(rows[0]).toHaveLength(72)
    expect(rows[0]?.slice(0, 3)).toEqual(['Use Case ID', 'Agency', 'Component'])
    expect(rows[1]?.slice(0, 3)).toEqual(['DHS-2414', 'DHS', 'CBP'])
  })

  test('the consolidated one for 2025 has 3,611 uses, of which 238 are of DHS, 51 of ICE and 314 of DOJ', async () => {
    const table = await read(readFileSync(join(corpus, 'omb-2025-ai-use-cases-individually-reported.xlsx')), 'xlsx')
    const sheet = table.sheets[0]
    expect(sheet?.name).toBe('Consolidated Inventory')
    expect(sheet?.rows[0]).toMatchObject({ number: 2 })
    const [head, ...uses] = cells(table)
    const column = (name: string): number => head?.findIndex((heading) => heading.startsWith(name)) ?? -1
    const [agency, bureau] = [column('Agency Abbreviation'), column('Bureau')]
    const of = (name: string) => uses.filter((row) => row[agency] === name)
    expect(uses).toHaveLength(3611)
    expect([
      of('DHS').length,
      of('DOJ').length,
      of('DHS').filter((row) => /ICE|Immigration and Customs/.test(row[bureau] ?? '')).length,
    ]).toEqual([238, 314, 51])
    expect(uses.find((row) => row[2] === 'DHS-2577')?.[3]).toContain('Mobile Fortify')
  })
})
