import type { Document, OutlineItem } from '../documents/document'
import type { ExtractedPage, Page } from '../documents/page'
import { pageIndex, pageLabel } from '../units/pages'
import type { Table } from './table'

/** Parts the cells of a row in its text; no cell holds one. */
export const CELL_BREAK = '\t'

/** The text of a row: its cells, parted by tabs. */
export const rowText = (cells: readonly string[]): string => cells.join(CELL_BREAK)
/** The cells of a row, from the text of its page. */
export const cellsOfText = (text: string): readonly string[] => (text === '' ? [] : text.split(CELL_BREAK))

/** Every row of a table as a page, in the order of the sheets. Its label is the sheet and the number of the row: `Sheet1!12`, or `12`. */
export function* pagesOfTable({ sheets }: Table): Generator<ExtractedPage> {
  let index = 0
  for (const { name, rows } of sheets) {
    for (const { number, cells } of rows) {
      const text = rowText(cells)
      const label = pageLabel(name === null ? String(number) : `${name}!${number}`)
      yield {
        page: { index: pageIndex(index), label, box: [0, 0, 0, 0], rotation: 0, userUnit: 1, content: text === '' ? 'empty' : 'text' },
        text: { text, runs: [] },
      }
      index += 1
    }
  }
}

/** The sheets of a workbook as an outline: each leads to its first row, an empty one nowhere. */
export function outlineOfTable({ sheets }: Table): readonly OutlineItem[] {
  let before = 0
  return sheets.flatMap(({ name, rows }) => {
    const first = before
    before += rows.length
    return name === null ? [] : [{ title: name, pageIndex: rows.length === 0 ? null : first, children: [] }]
  })
}

/** Which sheet and row a page of a table is; null for a page of a PDF. */
export function rowOfPage({ label }: Pick<Page, 'label'>): { readonly sheet: string | null; readonly row: number } | null {
  const found = /^(?:(.*)!)?(\d+)$/s.exec(label ?? '')
  return found === null ? null : { sheet: found[1] ?? null, row: Number(found[2]) }
}

/** The rows of one sheet, as they stand among the pages of its document: from index `first`, `count` of them. */
export type SheetPages = { readonly name: string | null; readonly hidden: boolean; readonly first: number; readonly count: number }

/** The sheets of a stored table, in the order of their tabs. */
export function sheetsOfDocument({
  outline,
  pageCount,
  metadata,
}: Pick<Document, 'outline' | 'pageCount' | 'metadata'>): readonly SheetPages[] {
  if (outline.length === 0) return [{ name: null, hidden: false, first: 0, count: pageCount }]
  const hidden = new Set((metadata['Hidden sheets'] ?? '').split(' / '))
  return outline.map(({ title, pageIndex: first }, at) => {
    const next = outline.slice(at + 1).find((other) => other.pageIndex !== null)?.pageIndex ?? pageCount
    return { name: title, hidden: hidden.has(title), first: first ?? next, count: first === null ? 0 : next - first }
  })
}

/** A sheet of a stored table. The first row that holds something says what its columns are called. */
export type StoredSheet = {
  readonly name: string | null
  readonly hidden: boolean
  readonly headings: readonly string[]
  /** The number of the row of headings; 1 in an empty sheet. */
  readonly headingRow: number
  /** The rows below the headings. */
  readonly rows: readonly (readonly string[])[]
  /** For each of the rows its page index, and its number in the sheet. */
  readonly places: readonly { readonly page: number; readonly row: number }[]
}

export type StoredTable = { readonly sheets: readonly StoredSheet[] }

/** A row of a stored table: its number in its sheet, and its cells. */
export type StoredRow = { readonly row: number; readonly cells: readonly string[] }

/** A row of a stored table from its page and the text of that. */
export const storedRow = (page: Pick<Page, 'index' | 'label'>, text: string): StoredRow => ({
  row: rowOfPage(page)?.row ?? page.index + 1,
  cells: cellsOfText(text),
})

/** Puts a table together again from its rows, one for each page of its document. */
export function tableOfRows(document: Pick<Document, 'outline' | 'pageCount' | 'metadata'>, rows: readonly StoredRow[]): StoredTable {
  return {
    sheets: sheetsOfDocument(document).map(({ name, hidden, first, count }) => {
      const [head, ...below] = rows.slice(first, first + count)
      return {
        name,
        hidden,
        headings: head?.cells ?? [],
        headingRow: head?.row ?? 1,
        rows: below.map(({ cells }) => cells),
        places: below.map(({ row }, at) => ({ page: first + 1 + at, row })),
      }
    }),
  }
}
