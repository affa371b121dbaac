import type { Table } from '@shared/tables/table'

/** What the stored text of a table does not say: which cells are formulas, and which were merged. */
export type TableNotes = {
  /** Columns (from 1) with formulas, by page index. */
  readonly formulas: ReadonlyMap<number, readonly number[]>
  /** Merged cells of each sheet, as the file names them. */
  readonly merged: readonly (readonly string[])[]
}

/** What is to be told of a table beside its text. */
export function notesOfTable({ sheets }: Table): TableNotes {
  const rows = sheets.flatMap((sheet) => sheet.rows)
  return {
    formulas: new Map(rows.flatMap((row, page) => (row.formulas.length === 0 ? [] : [[page, row.formulas] as const]))),
    merged: sheets.map((sheet) => sheet.merged),
  }
}
