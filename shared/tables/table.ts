import type { DocumentMedia } from '../documents/document'

/** The kinds of documents that are tables. */
export type TableMedia = Exclude<DocumentMedia, 'pdf'>

/** One row as it stands in the file. */
export type TableRow = {
  /** As spreadsheets count: the first row of the sheet is 1, whether rows before it hold something or not. */
  readonly number: number
  /** What each cell shows, without the empty cells at the end. A line break is `\n`; there are no tabs. */
  readonly cells: readonly string[]
  /** Columns (from 1) whose value is the stored result of a formula. */
  readonly formulas: readonly number[]
}

export type TableSheet = {
  /** Null in a CSV file, which has one sheet without a name. */
  readonly name: string | null
  /** Whether a spreadsheet program would not show it. It is read all the same. */
  readonly hidden: boolean
  /** In a workbook only the rows that hold something. */
  readonly rows: readonly TableRow[]
  /** Cells that were merged, as the file names them: `A1:C1`. Their text stands in the first. */
  readonly merged: readonly string[]
}

/** A table as it was read from a file's bytes. No formula is ever run. */
export type Table = {
  readonly media: TableMedia
  readonly sheets: readonly TableSheet[]
  /** How it was read, in words for people: encoding, separator, hidden sheets. */
  readonly facts: Readonly<Record<string, string>>
}

/** What holds for spreadsheets: so many rows and columns has a sheet at most (Excel specifications and limits). */
export const MOST_COLUMNS = 16_384
export const MOST_ROW_NUMBER = 1_048_576
/** Rows of all sheets, and characters of their text, beyond which a file is not read: every row is kept as a page of its own. */
export const MOST_ROWS = 400_000
export const MOST_TEXT = 150_000_000
/** Rows after which whoever waits is told that reading goes on. */
export const TELL_EVERY = 2000

/** What read a table: raised when the same bytes would give other rows. */
export const TABLE_EXTRACTOR = { name: 'vouch-table', version: '1' } as const

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let [left, letters] = [column, '']
  while (left > 0) {
    const rest = (left - 1) % 26
    letters = String.fromCharCode(65 + rest) + letters
    left = (left - 1 - rest) / 26
  }
  return letters
}

/** The number of a column by its letters; 0 where they are none. */
export function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) {
    const at = letter.charCodeAt(0) - 64
    if (at < 1 || at > 26) return 0
    column = column * 26 + at
  }
  return column
}

/** A cell's text as a table keeps it: one kind of line break, and no tab, which parts the cells of a row. */
export const cellText = (text: string): string => (/[\t\r]/.test(text) ? text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ') : text)

/** A row's cells without the empty ones at its end. */
export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length
  while (length > 0 && cells[length - 1] === '') length -= 1
  return length === cells.length ? cells : cells.slice(0, length)
}
