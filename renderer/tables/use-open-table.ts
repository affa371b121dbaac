import { type Document, mediaOf } from '@shared/documents/document'
import type { StoredTable } from '@shared/tables/table-pages'
import { useEffect, useState } from 'react'
import { useWorkbench } from '../workbench/workbench'
import { readStoredTable } from './read-table'
import { readNotesApart } from './read-table-apart'
import type { TableNotes } from './table-notes'

const NOTHING: TableNotes = { formulas: new Map(), merged: [] }

/** The table of a document, and how many of its rows were read; null while it is read, and where it is not there any more. */
export function useStoredTable(document: Document): { readonly table: StoredTable | null; readonly done: number } {
  const workbench = useWorkbench()
  const [read, setRead] = useState<{ readonly table: StoredTable | null; readonly done: number }>({ table: null, done: 0 })
  useEffect(() => {
    let wanted = true
    void readStoredTable(workbench, document.id, (done) => (wanted ? setRead({ table: null, done }) : undefined)).then((table) =>
      wanted ? setRead({ table, done: document.pageCount }) : undefined,
    )
    return () => {
      wanted = false
    }
  }, [workbench, document.id, document.pageCount])
  return read
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
      const read = file === undefined ? null : await readNotesApart(file.blob, name)
      if (wanted && read?.ok === true) setNotes(read.value)
    })
    return () => {
      wanted = false
    }
  }, [db, id, name, wants])
  return notes
}
