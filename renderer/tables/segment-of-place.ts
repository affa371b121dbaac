import { makeSegment } from '@shared/anchoring/make-segment'
import type { Segment } from '@shared/annotations/segment'
import type { Document } from '@shared/documents/document'
import { cellRanges } from '@shared/tables/cells'
import { rowText, type SheetPages, type StoredSheet } from '@shared/tables/table-pages'
import { pageIndex, pageLabel } from '@shared/units/pages'
import type { CellPlace } from './table-view'

/** A sheet with its place among the pages of its document. */
export type OpenSheet = StoredSheet & { readonly pages: SheetPages }

/** The page on which a place of a sheet stands. */
export const pageOfPlace = ({ pages, places }: OpenSheet, { row }: CellPlace): number =>
  row === -1 ? pages.first : (places[row]?.page ?? pages.first)
/** The number of a row as the sheet counts it. */
export const rowNumberOf = ({ places, headingRow }: OpenSheet, row: number): number => (row === -1 ? headingRow : (places[row]?.row ?? 0))
export const cellsOfRow = ({ headings, rows }: Pick<StoredSheet, 'headings' | 'rows'>, row: number): readonly string[] =>
  row === -1 ? headings : (rows[row] ?? [])

/** The segment for a cell, or for a whole row where no column is chosen. An empty cell can be marked too: that nothing stands there. */
export function segmentOfPlace(document: Document, sheet: OpenSheet, place: CellPlace): Segment {
  const cells = cellsOfRow(sheet, place.row)
  const text = rowText(cells)
  const index = pageIndex(pageOfPlace(sheet, place))
  const number = rowNumberOf(sheet, place.row)
  const range =
    place.column === null ? { start: 0, end: text.length } : (cellRanges(text)[place.column] ?? { start: text.length, end: text.length })
  const made = makeSegment({
    documentId: document.id,
    page: {
      index,
      label: pageLabel(sheet.name === null ? String(number) : `${sheet.name}!${number}`),
      box: [0, 0, 0, 0],
      rotation: 0,
      userUnit: 1,
      content: 'text',
    },
    text: { text, runs: [] },
    ranges: [range],
    extractor: document.extractor,
    headings: sheet.headings,
  })
  // A cell beyond the last one that holds something, or the only one of its row, is known by the column that was chosen.
  return {
    ...made,
    cell: {
      sheet: sheet.name,
      row: number,
      column: place.column === null ? null : place.column + 1,
      heading: place.column === null ? null : sheet.headings[place.column] || null,
    },
  }
}
