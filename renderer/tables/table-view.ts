import type { StoredSheet } from '@shared/tables/table-pages'

/** What is chosen in a table: a cell, or (column null) a row. Row -1 is the row of headings; all others count from 0 below it, columns from 0. */
export type CellPlace = { readonly row: number; readonly column: number | null }

/** Which rows are shown: those that hold all words, and in some columns just these values. */
export type RowFilter = { readonly words: string; readonly values: ReadonlyMap<number, string> }
export const NO_FILTER: RowFilter = { words: '', values: new Map() }
/** By which column the rows are shown in order; null for the order of the file. */
export type RowOrder = { readonly column: number; readonly down: boolean } | null

type Rows = StoredSheet['rows']
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const wordsIn = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

/** The rows that pass a filter, by their places in the sheet, in the order in which they are shown. Empty cells come last either way. */
export function arrangeRows(rows: Rows, { words, values }: RowFilter, order: RowOrder): readonly number[] {
  const wanted = wordsIn(words)
  const shown = rows.flatMap((cells, at) => {
    for (const [column, value] of values) if ((cells[column] ?? '') !== value) return []
    if (wanted.length === 0) return [at]
    const text = cells.join('\n').toLowerCase()
    return wanted.every((word) => text.includes(word)) ? [at] : []
  })
  if (order === null) return shown
  const { column, down } = order
  const textOf = (at: number): string => rows[at]?.[column] ?? ''
  return shown.sort((a, b) => {
    const [left, right] = [textOf(a), textOf(b)]
    if (left === '' || right === '') return Number(left === '') - Number(right === '') || a - b
    return (down ? collator.compare(right, left) : collator.compare(left, right)) || a - b
  })
}

/** Hits beyond this number tell nothing more. */
const MOST_HITS = 20_000

/** The cells that hold some words as they were typed, in the order in which the rows are shown. */
export function findCells({ headings, rows }: Pick<StoredSheet, 'headings' | 'rows'>, order: readonly number[], words: string): readonly CellPlace[] {
  const wanted = words.trim().toLowerCase()
  const hits: CellPlace[] = []
  if (wanted === '') return hits
  for (const row of [-1, ...order]) {
    for (const [column, cell] of (row === -1 ? headings : (rows[row] ?? [])).entries()) if (cell.toLowerCase().includes(wanted)) hits.push({ row, column })
    if (hits.length >= MOST_HITS) break
  }
  return hits
}

/** The values of a column with how many rows have each, the most frequent first. */
export function valuesOf(rows: Rows, column: number): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const cells of rows) counts.set(cells[column] ?? '', (counts.get(cells[column] ?? '') ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || collator.compare(a[0], b[0]))
}

export const columnCountOf = ({ headings, rows }: Pick<StoredSheet, 'headings' | 'rows'>): number => rows.reduce((most, cells) => Math.max(most, cells.length), headings.length)

/** Width of a character in a cell, and the least and the most that a column begins with, CSS pixels. */
const CHARACTER = 6.6
const LEAST = 104
const MOST = 300
/** Rows that the first width of a column is taken from. */
const LOOKED_AT = 80

/** The width with which each column begins: what most of its first cells need. */
export function firstWidths(sheet: Pick<StoredSheet, 'headings' | 'rows'>): readonly number[] {
  const sample = sheet.rows.slice(0, LOOKED_AT)
  return Array.from({ length: columnCountOf(sheet) }, (_, column) => {
    const lengths = sample.map((cells) => (cells[column] ?? '').length).sort((a, b) => a - b)
    const typical = lengths[Math.floor(lengths.length * 0.8)] ?? 0
    return Math.round(Math.min(MOST, Math.max(LEAST, typical * CHARACTER + 20, Math.min((sheet.headings[column] ?? '').length * CHARACTER * 0.55 + 34, MOST))))
  })
}

/** The place that a key leads to from another one; null where the key means nothing here. `screen` is how many rows are in sight. */
export function placeAfter(key: string, control: boolean, { row, column }: CellPlace, order: readonly number[], columns: number, screen: number): CellPlace | null {
  const at = row === -1 ? -1 : order.indexOf(row)
  const rowAt = (wanted: number): number => (wanted < 0 || order.length === 0 ? -1 : (order[Math.min(wanted, order.length - 1)] ?? -1))
  const inRow = (wanted: number): CellPlace => ({ row, column: Math.max(0, Math.min(columns - 1, wanted)) })
  switch (key) {
    case 'ArrowDown':
      return { row: rowAt(at + 1), column }
    case 'ArrowUp':
      return { row: rowAt(at - 1), column }
    case 'PageDown':
      return { row: rowAt(at + screen), column }
    case 'PageUp':
      return { row: rowAt(Math.max(at === -1 ? -1 : 0, at - screen)), column }
    case 'ArrowRight':
      return inRow(column === null ? 0 : column + 1)
    case 'ArrowLeft':
      return column === 0 || column === null ? { row, column: null } : inRow(column - 1)
    case 'Home':
      return control ? { row: rowAt(0), column } : inRow(0)
    case 'End':
      return control ? { row: rowAt(order.length - 1), column } : inRow(columns - 1)
    default:
      return null
  }
}
