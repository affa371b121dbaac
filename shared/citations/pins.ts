import type { Segment, TableCell } from '../annotations/segment'
import { sheetAndColumn } from '../tables/cells'
import { pageNumberOf } from '../units/pages'

/** One place that is cited: a page by all its numbers, or a row or cell of a table. */
export type Pin = {
  /** File page, from 1; of a table the row. */
  readonly page: number
  readonly label: string | null
  readonly stamp: string | null
  readonly cell: TableCell | null
}

export const pinOf = ({ pageIndex, label, stamp, cell }: Pick<Segment, 'pageIndex' | 'label' | 'stamp' | 'cell'>): Pin => ({
  page: cell?.row ?? pageNumberOf(pageIndex),
  label,
  stamp,
  cell: cell ?? null,
})

/** From a first to a last, which can be the same. */
type Span = { readonly first: string; readonly last: string }
/** Pages that follow each other in the file, and whose labels and stamps, where they have any, follow each other too. */
type PageRun = { readonly kind: 'pages'; readonly pages: Span; readonly labels: Span | null; readonly stamps: Span | null }
/** Rows of one column that follow each other. */
type RowRun = {
  readonly kind: 'rows'
  readonly sheet: string | null
  readonly rows: Span
  /** Empty for whole rows. */ readonly column: string
}
type PinRun = PageRun | RowRun

type Page = Pick<Pin, 'page' | 'label' | 'stamp'>

/** The places in their order, each once; pages and rows that follow each other put together, so that no other is covered by what is put together. */
function runsOf(pins: readonly Pin[]): readonly PinRun[] {
  return [...pageRuns(pins.filter(({ cell }) => cell === null)), ...rowRuns(pins.flatMap(({ cell }) => (cell === null ? [] : [cell])))]
}

function pageRuns(pins: readonly Pin[]): readonly PageRun[] {
  const pages = new Map<number, Page>()
  for (const { page, label, stamp } of pins) {
    const known = pages.get(page)
    // A label that only repeats the place in the file says nothing more.
    const says = label === null || label === '' || label === String(page) ? null : label
    pages.set(page, { page, label: known?.label ?? says, stamp: (known?.stamp ?? stamp) || null })
  }
  const groups = inGroups(
    [...pages.values()].toSorted((a, b) => a.page - b.page),
    (a, b) => b.page === a.page + 1 && follows(a.label, b.label) && follows(a.stamp, b.stamp),
  )
  return groups.map(({ first, last }) => ({
    kind: 'pages',
    pages: { first: String(first.page), last: String(last.page) },
    labels: first.label === null || last.label === null ? null : { first: first.label, last: last.label },
    stamps: first.stamp === null || last.stamp === null ? null : { first: first.stamp, last: last.stamp },
  }))
}

function rowRuns(cells: readonly TableCell[]): readonly RowRun[] {
  const keyOf = (cell: TableCell): string => JSON.stringify([cell.sheet, cell.column])
  const each = new Map(cells.map((cell) => [`${keyOf(cell)} ${cell.row}`, cell]))
  const order = [...new Set(cells.map(keyOf))]
  const sorted = [...each.values()].toSorted((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)) || a.row - b.row)
  return inGroups(sorted, (a, b) => keyOf(a) === keyOf(b) && b.row === a.row + 1).map(({ first, last }) => ({
    kind: 'rows',
    sheet: first.sheet,
    rows: { first: String(first.row), last: String(last.row) },
    column: sheetAndColumn({ ...first, sheet: null }),
  }))
}

/** Neighbours that go on from each other, as first and last. */
function inGroups<Item>(
  items: readonly Item[],
  goesOn: (a: Item, b: Item) => boolean,
): readonly { readonly first: Item; readonly last: Item }[] {
  const groups: { first: Item; last: Item }[] = []
  for (const item of items) {
    const open = groups.at(-1)
    if (open !== undefined && goesOn(open.last, item)) open.last = item
    else groups.push({ first: item, last: item })
  }
  return groups
}

/** Whether a printed number is the next one: `JA 042` and `JA 043`, `42` and `43`; two that are both not there go on as well. */
function follows(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  const [before, after] = [/^(.*?)(\d+)$/.exec(a), /^(.*?)(\d+)$/.exec(b)]
  return before !== null && after !== null && before[1] === after[1] && Number(before[2]) + 1 === Number(after[2])
}

const span = ({ first, last }: Span): string => (first === last ? first : `${first}–${last}`)
const many = ({ first, last }: Span): boolean => first !== last

/** `sheet Awards, rows 12–14, column vendor (B)` */
const rowWords = ({ sheet, rows, column }: RowRun): string =>
  [sheet === null ? '' : `sheet ${sheet}`, `${many(rows) ? 'rows' : 'row'} ${span(rows)}`, column].filter((part) => part !== '').join(', ')

/** `file page 57, labelled 42, stamped JA 042`; null where no place is cited. */
export function pinsInFull(pins: readonly Pin[]): string | null {
  const words = runsOf(pins).map((each) => {
    if (each.kind === 'rows') return rowWords(each)
    const { pages, labels, stamps } = each
    return `file ${many(pages) ? 'pages' : 'page'} ${span(pages)}${labels === null ? '' : `, labelled ${span(labels)}`}${stamps === null ? '' : `, stamped ${span(stamps)}`}`
  })
  return words.length === 0 ? null : words.join(' and ')
}

/** How a style writes pages: the words before one and several, the word before a stamp that stands in place of a page, and the marks around what is set beside the printed number. */
type PinForm = { readonly page: string; readonly pages: string; readonly stamp: string; readonly open: string; readonly close: string }

/** The printed page first, with the page of the file and the stamp beside it: `p. 42 (PDF p. 57; stamped JA 042)`. Null where no place is cited. */
export function pinsBriefly(pins: readonly Pin[], { page, pages, stamp, open, close }: PinForm): string | null {
  const runs = runsOf(pins)
  const words = runs.map((each) => {
    if (each.kind === 'rows') return rowWords(each)
    const inFile = `PDF ${many(each.pages) ? 'pp.' : 'p.'} ${span(each.pages)}`
    const { labels, stamps } = each
    if (labels !== null)
      return `${many(labels) ? pages : page}${span(labels)} ${open}${inFile}${stamps === null ? '' : `; stamped ${span(stamps)}`}${close}`
    return stamps === null ? inFile : `${stamp}${span(stamps)} ${open}${inFile}${close}`
  })
  // Pages that have no number but their place in the file are listed under one word.
  const bare = runs.flatMap((each) => (each.kind === 'pages' && each.labels === null && each.stamps === null ? [span(each.pages)] : []))
  if (bare.length > 1 && bare.length === runs.length) return `PDF pp. ${bare.join(', ')}`
  return words.length === 0 ? null : words.join(', ')
}
