import { type Document, type DocumentId, isTable } from '@shared/documents/document'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { type Preference, readPreference } from '../preferences/preferences'
import type { Database, PageRow } from '../storage/database'
import { useRecord } from '../storage/live'
import { rowsOfPages } from '../storage/rows-of-pages'
import { EmptyState } from '../ui/empty-state'
import { TableReader } from '../tables/table-reader'
import { useStoredTable } from '../tables/use-open-table'
import { ProblemNotice } from '../ui/problem-notice'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import type { Frame } from './frame'
import { LockedDocument } from './locked-document'
import { Reader } from './reader'
import styles from './reader.module.css'
import { besideKey } from './use-last-place'
import { useOpenPdf } from './use-open-pdf'

/** What was remembered of the last time: read once, before the pages are laid out. */
type Remembered = { readonly place: Preference<'lastPlaces'>[string] | null }

/** One document in its frame: opens it, or says why it can't be read. */
export function DocumentPane({ documentId, frame }: { readonly documentId: DocumentId; readonly frame: Frame }) {
  const { db } = useWorkbench()
  const document = useRecord('documents', documentId)
  // A table is read by its rows.
  const isPdf = document?.media === undefined
  const pages = useLiveQuery(
    async (): Promise<readonly PageRow[]> => (isPdf ? rowsOfPages(db.pages, documentId) : []),
    [db, documentId, isPdf],
  )
  const opened = useOpenPdf(document?.media === undefined ? document : null, pages)
  const key = frame.column === 'main' ? documentId : besideKey(documentId)
  const remembered = useRemembered(db, documentId, key)

  if (document === undefined) return <Opening name="" />
  if (document === null) {
    return (
      <EmptyState title="This document is not in the library">
        <p>
          It was removed, or it belongs to another library. Undo brings a removed document back; importing the same file gives it the same
          address.
        </p>
      </EmptyState>
    )
  }
  if (document.status === 'needs-password') return <LockedDocument key={documentId} document={document} />
  if (document.status === 'unreadable') {
    return (
      <EmptyState title={document.name}>
        <p>{document.trouble?.what ?? 'The file cannot be read.'}</p>
        <p>{document.trouble?.remedy ?? 'Ask for another copy; the bytes are kept as they came.'}</p>
      </EmptyState>
    )
  }
  if (isTable(document)) return <TablePane key={documentId} document={document} frame={frame} />
  if (opened !== undefined && !opened.ok) {
    if (opened.problem.kind === 'pdf-needs-password' || opened.problem.kind === 'pdf-wrong-password')
      return <LockedDocument document={document} />
    return (
      <div className={styles.trouble}>
        <ProblemNotice problem={opened.problem} />
      </div>
    )
  }
  if (opened === undefined || pages === undefined || pages.length === 0 || remembered === null) return <Opening name={document.name} />
  return <Reader key={documentId} document={document} pages={pages} pdf={opened.value} place={remembered.place} frame={frame} />
}

function TablePane({ document, frame }: { readonly document: Document; readonly frame: Frame }) {
  const { table, done } = useStoredTable(document)
  return table === null ? (
    <Opening name={document.name} progress={{ done, of: document.pageCount }} />
  ) : (
    <TableReader document={document} table={table} frame={frame} />
  )
}

function useRemembered(db: Database, documentId: DocumentId, key: string): Remembered | null {
  const [remembered, setRemembered] = useState<Remembered | null>(null)
  useEffect(() => {
    let gone = false
    void readPreference(db, 'lastPlaces').then((places) =>
      gone ? undefined : setRemembered({ place: places[key] ?? places[documentId] ?? null }),
    )
    return () => {
      gone = true
    }
  }, [db, documentId, key])
  return remembered
}

/** @param progress rows read so far, for what is opened row by row */
function Opening({ name, progress }: { readonly name: string; readonly progress?: { readonly done: number; readonly of: number } }) {
  return (
    <output className={styles.opening}>
      {name === '' ? 'Opening…' : `Opening ${name}…`}
      {progress === undefined || progress.done === 0 ? null : <Progress label="Rows read" {...progress} />}
    </output>
  )
}
