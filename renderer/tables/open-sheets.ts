import type { Document } from '@shared/documents/document'
import { parseQuery } from '@shared/searches/parse-query'
import { hitsOf } from '@shared/searches/scan'
import { termsOf } from '@shared/searches/terms'
import { sheetsOfDocument, type StoredTable } from '@shared/tables/table-pages'
import { cellsOfRow, type OpenSheet } from './segment-of-place'

/** The sheets of a table with their places among the pages of its document. */
export function openSheets(document: Document, table: StoredTable): readonly OpenSheet[] {
  const pages = sheetsOfDocument(document)
  return table.sheets.flatMap((sheet, at) => {
    const own = pages[at]
    return own === undefined ? [] : [{ ...sheet, pages: own }]
  })
}

/** The page of a row by its number in the sheet; -1 where there is none. */
export const pageOfRow = (sheet: OpenSheet, row: number): number =>
  row === sheet.headingRow ? sheet.pages.first : (sheet.places.find((one) => one.row === row)?.page ?? -1)

/** The first cell of a row that holds a word of a search; the first one where none does. */
export function columnOfHit(sheets: readonly OpenSheet[], index: number, words: string): number {
  const sheet = sheets.find(({ pages }) => index >= pages.first && index < pages.first + pages.count)
  const parsed = parseQuery(words)
  if (sheet === undefined || !parsed.ok || parsed.value === null) return 0
  const query = parsed.value
  const cells = cellsOfRow(sheet, index - sheet.pages.first - 1)
  const [hit] = hitsOf(termsOf(cells.join('\t')), query)
  let end = 0
  const found = cells.findIndex((cell) => {
    end += cell.length + 1
    return hit !== undefined && hit.start < end
  })
  return Math.max(0, found)
}
