import type { RecordOf, RecordTable } from '@shared/storage/records'
import { useLiveQuery } from 'dexie-react-hooks'
import { useWorkbench } from '../workbench/workbench'

/** A record that keeps itself up to date: undefined while it is being read, null where there is none. */
export function useRecord<Table extends RecordTable>(table: Table, id: string | null): RecordOf<Table> | null | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(async () => (id === null ? null : ((await db.get(table, id)) ?? null)), [db, table, id])
}

/** The records whose indexed field has the value, kept up to date; undefined while they are being read. */
export function useRecords<Table extends RecordTable>(
  table: Table,
  field: string,
  value: string | null,
): readonly RecordOf<Table>[] | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(async () => (value === null ? [] : db.where(table, field, value)), [db, table, field, value])
}

/** All records of a table, kept up to date; undefined while they are being read. */
export function useAll<Table extends RecordTable>(table: Table): readonly RecordOf<Table>[] | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(() => db.all(table), [db, table])
}
