import { quotationText } from '../anchoring/quotation-text'
import { findQuotation } from '../anchoring/find-quotation'
import type { TableCell, TextRange } from '../annotations/segment'
import type { Extractor } from '../documents/document'
import type { Page } from '../documents/page'
import { columnLetters, TABLE_EXTRACTOR } from './table'
import { CELL_BREAK, cellsOfText, rowOfPage } from './table-pages'

/** Where each cell of a row stands in the row's text. */
export function cellRanges(text: string): readonly TextRange[] {
  let start = 0
  return cellsOfText(text).map((cell) => {
    const range = { start, end: start + cell.length }
    start = range.end + CELL_BREAK.length
    return range
  })
}

/** Where some words of a row stand: in one cell, or in the row as a whole. Undefined on a page of a PDF. */
export function cellOfRanges(
  page: Pick<Page, 'label'>,
  text: string,
  ranges: readonly TextRange[],
  extractor: Extractor | null,
  headings: readonly string[] = [],
): TableCell | undefined {
  const place = extractor?.name === TABLE_EXTRACTOR.name ? rowOfPage(page) : null
  if (place === null) return undefined
  const [first] = ranges
  const at =
    first === undefined
      ? -1
      : cellRanges(text).findIndex(({ start, end }) => ranges.every((range) => range.start >= start && range.end <= end))
  return { ...place, column: at === -1 ? null : at + 1, heading: at === -1 ? null : headings[at] || null }
}

/** Whether a row holds some words where they were marked: in the cell of the column, or anywhere in the row where none is named. An empty cell holds no words. */
export function cellHolds(rowText: string, column: number | null, quote: string): boolean {
  const held = column === null ? rowText : (cellsOfText(rowText)[column - 1] ?? '')
  if (quote === '') return held.trim() === ''
  if (quotationText(held, held) === quote) return true
  const { how } = findQuotation({ text: held, runs: [] }, { quote })
  return how === 'exact' || how === 'moved'
}

/** Characters of a heading that tell columns apart in a sentence. */
const SHORT = 60
const short = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= SHORT ? line : `${line.slice(0, SHORT - 1).trimEnd()}…`
}

/** `column vendor_name (C)`; headings can be missing or the same twice, letters never. */
const columnWords = ({ column, heading }: TableCell): string =>
  column === null
    ? ''
    : heading === null || heading.trim() === ''
      ? `column ${columnLetters(column)}`
      : `column ${short(heading)} (${columnLetters(column)})`

/** `sheet Sheet1, row 12, column vendor_name (C)` */
export const cellWords = (cell: TableCell): string =>
  [cell.sheet === null ? '' : `sheet ${cell.sheet}`, `row ${cell.row}`, columnWords(cell)].filter((part) => part !== '').join(', ')

/** The sheet and the column, where the row stands apart: `sheet Sheet1, column vendor_name (C)`. */
export const sheetAndColumn = (cell: TableCell): string =>
  [cell.sheet === null ? '' : `sheet ${cell.sheet}`, columnWords(cell)].filter((part) => part !== '').join(', ')
