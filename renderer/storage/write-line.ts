import type { JournalLine } from '@shared/custody/journal-line'
import { RECORD_TABLES, type RecordTable } from '@shared/storage/records'
import { groupedBy } from '@shared/units/grouped-by'
import { Dexie } from 'dexie'
import { COMMITTED_TABLES, type Database, rowOfRecord } from './database'

const TABLES: ReadonlySet<string> = new Set(RECORD_TABLES)
/** Whether this version of Vouch has a table of that name. */
export const isRecordTable = (name: string): name is RecordTable => TABLES.has(name)

/** Rows written with one request: more of them hold the window while they are copied. */
const AT_ONCE = 500

type Written = { readonly table: string; readonly id: string; readonly value: unknown }

/** Writes records, each of which may be there once only; one whose value is null is removed. */
async function writeRows(db: Database, rows: readonly Written[]): Promise<void> {
  for (const [table, own] of groupedBy(rows, (row) => row.table)) {
    if (!isRecordTable(table)) throw new Error(`no table is called ${table}`)
    for (let from = 0; from < own.length; from += AT_ONCE) {
      const piece = own.slice(from, from + AT_ONCE)
      const gone = piece.flatMap(({ id, value }) => (value === null ? [id] : []))
      const put = piece.flatMap(({ value }) => (value === null ? [] : [rowOfRecord(table, value)]))
      if (gone.length > 0) await asOne(db.rows(table).bulkDelete(gone))
      if (put.length > 0) await asOne(db.rows(table).bulkPut(put))
    }
  }
}

/** Of several rows that were refused, the reason of the first: it says why the database takes nothing. */
async function asOne(written: Promise<unknown>): Promise<void> {
  try {
    await written
  } catch (thrown) {
    throw thrown instanceof Dexie.BulkError ? (thrown.failures[0] ?? thrown) : thrown
  }
}

/** Writes the records of a line and the line itself. Call it inside a transaction over the committed tables. */
export async function writeLine(db: Database, line: JournalLine): Promise<void> {
  await writeRows(
    db,
    line.rows.map(({ table, id, after }) => ({ table, id, value: after })),
  )
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
  await writeRows(
    db,
    [...last.values()].map(({ table, id, after }) => ({ table, id, value: after })),
  )
}

/** Takes unacknowledged lines out of the database again, the last one first, as if they had never been. */
export async function takeBack(db: Database, lines: readonly JournalLine[]): Promise<void> {
  await db.transaction('rw', [...COMMITTED_TABLES], async () => {
    for (const line of lines.toReversed()) {
      await writeRows(
        db,
        line.rows.map(({ table, id, before }) => ({ table, id, value: before })),
      )
      await db.custody.delete(line.entry.seq)
    }
  })
}
