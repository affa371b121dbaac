import { type NumberFormats, shownNumber } from './number-formats'
import type { ReadPart } from './read-xlsx'
import {
  columnNumber,
  MOST_COLUMNS,
  MOST_ROW_NUMBER,
  MOST_ROWS,
  MOST_TEXT,
  TELL_EVERY,
  type TableRow,
  type TableSheet,
  withoutEmptyEnd,
} from './table'
import { TableTrouble, tooManyRows, tooMuchText } from './table-trouble'
import { writtenOut } from './workbook-parts'

export type SheetContext = {
  readonly strings: readonly string[]
  readonly formats: NumberFormats
  /** Rows and characters taken so far, of all sheets. */
  readonly spent: { rows: number; text: number }
  readonly tell: (rows: number) => void
}

/** The cell that is being read. */
type Cell = { column: number; type: string; style: number; value: string; inline: string; formula: boolean }

/** Reads the cells of one sheet. What the sheet says of its own size is not believed, and rows without text take no room. */
export async function readSheet(readPart: ReadPart, part: string, context: SheetContext): Promise<Pick<TableSheet, 'rows' | 'merged'>> {
  const rows = new Map<number, TableRow>()
  const merged: string[] = []
  let number = 0
  let cells: string[] = []
  let formulas: number[] = []
  let cell: Cell | null = null
  let into: 'value' | 'inline' | null = null
  let sound = false
  await readPart(part, {
    open(name, attributes) {
      switch (name) {
        case 'row':
          number = placeIn(attributes('r'), number + 1, MOST_ROW_NUMBER)
          cells = []
          formulas = []
          break
        case 'c':
          cell = {
            column: placeIn(columnOf(attributes('r')), (cell?.column ?? 0) + 1, MOST_COLUMNS),
            type: attributes('t') ?? 'n',
            style: Number(attributes('s') ?? 0),
            value: '',
            inline: '',
            formula: false,
          }
          break
        case 'f':
          if (cell !== null) cell.formula = true
          break
        case 'v':
          into = 'value'
          break
        case 't':
          into = sound ? null : 'inline'
          break
        case 'rPh':
          sound = true
          break
        case 'mergeCell':
          merged.push(attributes('ref') ?? '')
          break
        default:
      }
    },
    text(words) {
      if (cell !== null && into !== null) cell[into] += words
    },
    close(name) {
      if (name === 'v' || name === 't') into = null
      else if (name === 'rPh') sound = false
      else if (name === 'c' && cell !== null) {
        while (cells.length < cell.column - 1) cells.push('')
        cells[cell.column - 1] = shownText(cell, context)
        if (cell.formula) formulas.push(cell.column)
      } else if (name === 'row') {
        cell = null
        const held = withoutEmptyEnd(cells)
        if (held.length === 0) return
        rows.set(number, { number, cells: held, formulas })
        context.spent.rows += 1
        context.spent.text += held.reduce((sum, each) => sum + each.length + 1, 0)
        if (context.spent.rows % TELL_EVERY === 0) context.tell(context.spent.rows)
        if (context.spent.rows > MOST_ROWS) throw tooManyRows(MOST_ROWS)
        if (context.spent.text > MOST_TEXT) throw tooMuchText(MOST_TEXT)
      }
    },
  })
  return { rows: [...rows.values()].sort((a, b) => a.number - b.number), merged }
}

const columnOf = (reference: string | null): string | null =>
  reference === null ? null : String(columnNumber(reference.replace(/\d+$/, '')))

/** A row or column as the file names it, or the next one where it names none. */
function placeIn(named: string | null, next: number, most: number): number {
  const place = named === null ? next : Number(named)
  if (!Number.isInteger(place) || place < 1 || place > most)
    throw new TableTrouble(`A cell in it stands at a place that no sheet has (${named ?? next})`)
  return place
}

function shownText({ type, style, value, inline }: Cell, { strings, formats }: SheetContext): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
      return writtenOut(inline)
    case 'b':
      return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE'
    case 'n':
      return value === '' ? '' : shownNumber(value, style, formats)
    default:
      // A formula's text (str), an error (e), a date as it is written (d).
      return writtenOut(value)
  }
}
