import type { StoredSheet } from '@shared/tables/table-pages'
import { sortedInPieces } from '@shared/units/sorted-in-pieces'

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

/** Rows looked through between two rests. */
const PIECE = 200

/**
 * The rows that pass a filter, by their places in the sheet, in the order in which they are shown. Empty cells come last either way.
 * @param rest awaited between pieces of the rows, as `resting` gives it
 */
export async function arrangeRows(
  rows: Rows,
  { words, values }: RowFilter,
  order: RowOrder,
  rest: () => Promise<void> | undefined,
): Promise<readonly number[]> {
  const wanted = wordsIn(words)
  const shown: number[] = []
  for (const [at, cells] of rows.entries()) {
    if (at % PIECE === 0) await rest()
    if ([...values].some(([column, value]) => (cells[column] ?? '') !== value)) continue
    const text = wanted.length === 0 ? '' : cells.join('\n').toLowerCase()
    if (wanted.every((word) => text.includes(word))) shown.push(at)
  }
  if (order === null) return shown
  const { column, down } = order
  const textOf = (at: number): string => rows[at]?.[column] ?? ''
  return sortedInPieces(
    shown,
    (a, b) => {
      const [left, right] = [textOf(a), textOf(b)]
      if (left === '' || right === '') return Number(left === '') - Number(right === '') || a - b
      return (down ? collator.compare(right, left) : collator.compare(left, right)) || a - b
    },
    rest,
  )
}

/** All rows of a sheet in the order of the file. */
export const allRows = (rows: Rows): readonly number[] => rows.map((_, at) => at)

/** Whether a filter lets every row through. */
export const isNarrowed = ({ words, values }: RowFilter): boolean => words.trim() !== '' || values.size > 0

/** Hits beyond this number tell nothing more. */
const MOST_HITS = 20_000

/**
 * The cells that hold some words as they were typed, in the order in which the rows are shown.
 * @param rest awaited between pieces of the rows, as `resting` gives it
 */
export async function findCells(
  { headings, rows }: Pick<StoredSheet, 'headings' | 'rows'>,
  order: readonly number[],
  words: string,
  rest: () => Promise<void> | undefined,
): Promise<readonly CellPlace[]> {
  const wanted = words.trim().toLowerCase()
  const hits: CellPlace[] = []
  if (wanted === '') return hits
  for (const [at, row] of [-1, ...order].entries()) {
    if (at % PIECE === 0) await rest()
    for (const [column, cell] of (row === -1 ? headings : (rows[row] ?? [])).entries())
      if (cell.toLowerCase().includes(wanted)) hits.push({ row, column })
    if (hits.length >= MOST_HITS) break
  }
  return hits
}

/**
 * Values of a column with how many rows have each, `most` of them at most: those that are wanted first, then the most frequent.
 * @param first values that come before all others, where the column has them
 */
export function valuesOf(
  rows: Rows,
  column: number,
  most: number,
  first: readonly string[],
): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const cells of rows) counts.set(cells[column] ?? '', (counts.get(cells[column] ?? '') ?? 0) + 1)
  const wanted = [...new Set(first)].flatMap((value): readonly (readonly [string, number])[] =>
    counts.has(value) ? [[value, counts.get(value) ?? 0]] : [],
  )
  for (const [value] of wanted) counts.delete(value)
  const compare = (a: readonly [string, number], b: readonly [string, number]): number => b[1] - a[1] || collator.compare(a[0], b[0])
  // Every row may have a value of its own: those that are not given are not sorted.
  const others: (readonly [string, number])[] = []
  const room = Math.max(0, most - wanted.length)
  for (const one of counts) {
    const last = others.at(-1)
    if (others.length >= room && (last === undefined || compare(last, one) <= 0)) continue
    if (others.length >= room) others.pop()
    const place = others.findIndex((other) => compare(one, other) < 0)
    others.splice(place === -1 ? others.length : place, 0, one)
  }
  return [...wanted, ...others]
}

const columnCountOf = ({ headings, rows }: Pick<StoredSheet, 'headings' | 'rows'>): number =>
  rows.reduce((most, cells) => Math.max(most, cells.length), headings.length)

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
    return Math.round(
      Math.min(
        MOST,
        Math.max(LEAST, typical * CHARACTER + 20, Math.min((sheet.headings[column] ?? '').length * CHARACTER * 0.55 + 34, MOST)),
      ),
    )
  })
}

/** The place that a key leads to from another one; null where the key means nothing here. `screen` is how many rows are in sight. */
export function placeAfter(
  key: string,
  control: boolean,
  { row, column }: CellPlace,
  order: readonly number[],
  columns: number,
  screen: number,
): CellPlace | null {
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
