import type { Annotation } from '@shared/annotations/annotation'
import type { JournalLine } from '@shared/custody/journal-line'
import type { DocumentId } from '@shared/documents/document'
import type { RecordOf, RecordTable } from '@shared/storage/records'
import type { PageIndex } from '@shared/units/pages'
import { useLiveQuery } from 'dexie-react-hooks'
import { useWorkbench } from '../workbench/workbench'
import { type Database, pageKey, recordOfRow } from './database'

/** A record that keeps itself up to date: undefined while it is being read, null where there is none. */
export function useRecord<Table extends RecordTable>(table: Table, id: string | null): RecordOf<Table> | null | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(async () => (id === null ? null : ((await db.get(table, id)) ?? null)), [db, table, id])
}

/** The records whose indexed field has the value, kept up to date; undefined while they are being read. */
export function useRecords<Table extends RecordTable>(table: Table, field: string, value: string | null): readonly RecordOf<Table>[] | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(async () => (value === null ? [] : db.where(table, field, value)), [db, table, field, value])
}

/** All records of a table, kept up to date; undefined while they are being read. */
export function useAll<Table extends RecordTable>(table: Table): readonly RecordOf<Table>[] | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(() => db.all(table), [db, table])
}

/** The marks that touch a page, by the index of pages. */
export async function annotationsOnPage(db: Database, documentId: DocumentId, index: PageIndex): Promise<readonly Annotation[]> {
  const rows = await db.annotations.where('pageKeys').equals(pageKey(documentId, index)).toArray()
  return rows.map((row) => recordOfRow('annotations', row))
}

/** All marks of a document, in no order. */
export const annotationsOfDocument = (db: Database, documentId: DocumentId): Promise<readonly Annotation[]> => db.where('annotations', 'documentId', documentId)

/** What was done to a record, newest first, with the record before and after. */
export async function historyOf(db: Database, recordId: string): Promise<readonly JournalLine[]> {
  const rows = await db.custody.where('recordIds').equals(recordId).sortBy('seq')
  return rows.reverse()
}
