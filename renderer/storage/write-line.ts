import type { JournalLine } from '@shared/custody/journal-line'
import { RECORD_TABLES, type RecordTable } from '@shared/storage/records'
import { COMMITTED_TABLES, type Database, rowOfRecord } from './database'

const TABLES: ReadonlySet<string> = new Set(RECORD_TABLES)
/** Whether this version of Vouch has a table of that name. */
export const isRecordTable = (name: string): name is RecordTable => TABLES.has(name)

async function writeRow(db: Database, table: string, id: string, value: unknown): Promise<void> {
  if (!isRecordTable(table)) throw new Error(`no table is called ${table}`)
  if (value === null) await db.rows(table).delete(id)
  else await db.rows(table).put(rowOfRecord(table, value))
}

/** Writes the records of a line and the line itself. Call it inside a transaction over the committed tables. */
export async function writeLine(db: Database, line: JournalLine): Promise<void> {
  for (const row of line.rows) await writeRow(db, row.table, row.id, row.after)
  await db.custody.put({ ...line, seq: line.entry.seq, recordIds: line.entry.changes.map((change) => change.id) })
}

/**
 * Writes lines that another copy holds, in one transaction; from an empty database with `clear`, which empties the
 * committed tables in the same transaction. Where a record changes several times only its last state is written.
 */
export async function replayLines(db: Database, lines: readonly JournalLine[], options: { readonly clear: boolean }): Promise<void> {
  await db.transaction('rw', [...COMMITTED_TABLES], async () => {
    if (options.clear) for (const table of COMMITTED_TABLES) await db.table(table).clear()
    await putLastStates(db, lines)
    await db.custody.bulkPut(
      lines.map((line) => ({ ...line, seq: line.entry.seq, recordIds: line.entry.changes.map((change) => change.id) })),
    )
  })
}

/** Makes the record tables what the database's own custody rows say, in one transaction. */
export async function rebuildTables(db: Database): Promise<void> {
  await db.transaction('rw', [...COMMITTED_TABLES], async () => {
    for (const table of RECORD_TABLES) await db.rows(table).clear()
    await putLastStates(db, await db.custody.orderBy('seq').toArray())
  })
}

async function putLastStates(db: Database, lines: readonly JournalLine[]): Promise<void> {
  const last = new Map<string, JournalLine['rows'][number]>()
  for (const line of lines) for (const row of line.rows) last.set(`${row.table} ${row.id}`, row)
  for (const row of last.values()) await writeRow(db, row.table, row.id, row.after)
}

/** Takes unacknowledged lines out of the database again, the last one first, as if they had never been. */
export async function takeBack(db: Database, lines: readonly JournalLine[]): Promise<void> {
  await db.transaction('rw', [...COMMITTED_TABLES], async () => {
    for (const line of lines.toReversed()) {
      for (const row of line.rows) await writeRow(db, row.table, row.id, row.before)
      await db.custody.delete(line.entry.seq)
    }
  })
}
