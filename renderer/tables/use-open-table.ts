import { type Document, mediaOf } from '@shared/documents/document'
import type { StoredTable } from '@shared/tables/table-pages'
import { useEffect, useState } from 'react'
import { useWorkbench } from '../workbench/workbench'
import { readStoredTable } from './read-table'
import { readTableApart } from './read-table-apart'

/** What the stored text of a table does not say: which cells are formulas, and which were merged. */
export type TableNotes = {
  /** Columns (from 1) with formulas, by page index. */
  readonly formulas: ReadonlyMap<number, readonly number[]>
  /** Merged cells of each sheet, as the file names them. */
  readonly merged: readonly (readonly string[])[]
}

const NOTHING: TableNotes = { formulas: new Map(), merged: [] }

/** The table of a document; undefined while it is read, null where it is not there any more. */
export function useStoredTable(document: Document): StoredTable | null | undefined {
  const workbench = useWorkbench()
  const [table, setTable] = useState<StoredTable | null | undefined>(undefined)
  useEffect(() => {
    let wanted = true
    void readStoredTable(workbench, document.id).then((read) => (wanted ? setTable(read) : undefined))
    return () => {
      wanted = false
    }
  }, [workbench, document.id])
  return table
}

/** Formulas and merged cells of a workbook, read from its bytes in a worker where import found any. */
export function useTableNotes(document: Document): TableNotes {
  const { db } = useWorkbench()
  const [notes, setNotes] = useState(NOTHING)
  const { id, name, metadata } = document
  const media = mediaOf(document)
  const wants = media === 'xlsx' && ('Formulas' in metadata || 'Merged cells' in metadata)
  useEffect(() => {
    if (!wants) return undefined
    let wanted = true
    void db.files.get(id).then(async (file) => {
      const read = file === undefined ? null : await readTableApart(file.blob, 'xlsx', name)
      if (!wanted || read?.ok !== true) return
      const rows = read.value.sheets.flatMap((sheet) => sheet.rows)
      setNotes({ formulas: new Map(rows.flatMap((row, page) => (row.formulas.length === 0 ? [] : [[page, row.formulas] as const]))), merged: read.value.sheets.map((sheet) => sheet.merged) })
    })
    return () => {
      wanted = false
    }
  }, [db, id, name, wants])
  return notes
}
