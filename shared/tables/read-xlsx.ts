import { readSheet, type SheetContext } from './read-sheet'
import { readSharedStrings, readStyles, readWorkbook } from './workbook-parts'
import type { Table, TableSheet } from './table'
import { TableTrouble } from './table-trouble'
import { type UnpackBudget, unpackPart, zipParts } from './zip-parts'
import { type XmlEvents, xmlScanner } from './scan-xml'

/** Bytes that the parts of a workbook may unpack to, all together. */
const MOST_UNPACKED = 700_000_000

/** Reads one part of the workbook as XML; false where there is no such part. */
export type ReadPart = (name: string, events: XmlEvents) => Promise<boolean>

/**
 * Reads a workbook (ISO/IEC 29500, SpreadsheetML): what its cells show, sheet by sheet, hidden ones too. Formulas are not run, and what
 * leads out of the file (links to other workbooks, queries, pictures, macros) is not even looked at.
 */
export async function readXlsx(bytes: Uint8Array, tell: (rows: number) => void): Promise<Table> {
  const parts = await zipParts(bytes)
  const budget: UnpackBudget = { left: MOST_UNPACKED, most: MOST_UNPACKED }
  const readPart: ReadPart = async (name, events) => {
    const part = parts.get(name) ?? parts.get([...parts.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) ?? '')
    if (part === undefined) return false
    const xml = xmlScanner(events)
    let decoder: TextDecoder | null = null
    await unpackPart(part, budget, (piece) => {
      decoder ??= new TextDecoder(
        piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8',
      )
      xml.push(decoder.decode(piece, { stream: true }))
    })
    xml.end()
    return true
  }
  if ([...parts.keys()].some((name) => name.endsWith('xl/workbook.bin')))
    throw new TableTrouble('It is a binary workbook (XLSB)', 'Open it in a spreadsheet program, save it as XLSX, and import that file.')
  const workbook = await readWorkbook(readPart)
  if (workbook === null) throw new TableTrouble('It is a zip file, and no Excel workbook stands in it')
  const context: SheetContext = {
    strings: await readSharedStrings(readPart, workbook.strings),
    formats: { ofStyle: await readStyles(readPart, workbook.styles), from1904: workbook.from1904 },
    spent: { rows: 0, text: 0 },
    tell,
  }
  const sheets: TableSheet[] = []
  // One after the other: all spend of one budget, and rows are told in their order.
  for (const { name, hidden, part } of workbook.sheets)
    sheets.push({ name, hidden, ...(part === null ? { rows: [], merged: [] } : await readSheet(readPart, part, context)) })
  return { media: 'xlsx', sheets, facts: factsOf(sheets) }
}

function factsOf(sheets: readonly TableSheet[]): Table['facts'] {
  const hidden = sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name ?? '')
  const formulas = sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((inSheet, row) => inSheet + row.formulas.length, 0), 0)
  const merged = sheets.reduce((sum, sheet) => sum + sheet.merged.length, 0)
  return {
    ...(hidden.length === 0 ? {} : { 'Hidden sheets': hidden.join(' / ') }),
    ...(formulas === 0 ? {} : { Formulas: String(formulas) }),
    ...(merged === 0 ? {} : { 'Merged cells': String(merged) }),
  }
}
