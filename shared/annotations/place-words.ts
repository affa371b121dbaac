import { cellWords } from '../tables/cells'
import { columnLetters } from '../tables/table'
import { pageNumberOf } from '../units/pages'
import type { Segment } from './segment'

type Place = Pick<Segment, 'pageIndex' | 'cell'>

/** Where a segment stands, in a sentence: `file page 3`, or `sheet Sheet1, row 12, column vendor_name (C)`. */
export const placeOf = ({ pageIndex, cell }: Place): string =>
  cell === undefined ? `file page ${pageNumberOf(pageIndex)}` : cellWords(cell)

/** The same where room is scarce: `p. 3`, `row 12`, `C12` (a cell, as spreadsheets name it). */
export const shortPlaceOf = ({ pageIndex, cell }: Place): string =>
  cell === undefined
    ? `p. ${pageNumberOf(pageIndex)}`
    : cell.column === null
      ? `row ${cell.row}`
      : `${columnLetters(cell.column)}${cell.row}`

/** The page, or the row of a table, by which lists are sorted and narrowed: as people count it in the file. */
export const placeNumberOf = ({ pageIndex, cell }: Place): number => cell?.row ?? pageNumberOf(pageIndex)
