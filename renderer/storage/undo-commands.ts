import { hashOfRecord } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import { REDO, UNDO } from '@shared/custody/undo-stack'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { type Command, type CommandContext, type Decision, defineCommand, type RecordReader } from '@shared/storage/command'
import { type AnyRecord, type Change, RECORD_SCHEMAS, type RecordTable, remove } from '@shared/storage/records'
import { groupedBy } from '@shared/units/grouped-by'
import { z } from 'zod'
import { isRecordTable } from './write-line'

type Target = { readonly line: JournalLine }

/** Takes back what a line did: writes the records as they were before it. */
export const undoCommand: Command<Target> = defineCommand({
  name: UNDO,
  label: 'Undo',
  input: z.custom<Target>(),
  decide: ({ line }, context) => decideReversal(line, 'before', `Undid: ${line.entry.summary}`, context),
})

/** Makes again what a line did: writes the records as they were after it. */
export const redoCommand: Command<Target> = defineCommand({
  name: REDO,
  label: 'Redo',
  input: z.custom<Target>(),
  decide: ({ line }, context) => decideReversal(line, 'after', `Did again: ${line.entry.summary}`, context),
})

/** Rows that are compared with what is stored between two requests: some milliseconds of hashing. */
const AT_ONCE = 100

/** What is stored of some rows, in their order. */
async function recordsOf(read: RecordReader, rows: JournalLine['rows']): Promise<readonly (AnyRecord | undefined)[]> {
  const stored = new Map<string, AnyRecord>()
  for (const [table, own] of groupedBy(rows, (row) => row.table)) {
    if (!isRecordTable(table)) throw new Error(`no table is called ${table}`)
    for (const record of await read.getMany(
      table,
      own.map(({ id }) => id),
    ))
      if (record !== undefined) stored.set(`${table} ${record.id}`, record)
  }
  return rows.map(({ table, id }) => stored.get(`${table} ${id}`))
}

async function decideReversal(
  line: JournalLine,
  to: 'before' | 'after',
  summary: string,
  { read }: CommandContext,
): Promise<Outcome<Decision>> {
  const from = to === 'before' ? 'after' : 'before'
  const changes: Change[] = []
  let now: readonly (AnyRecord | undefined)[] = []
  for (const [place, row] of line.rows.entries()) {
    if (place % AT_ONCE === 0) now = await recordsOf(read, line.rows.slice(place, place + AT_ONCE))
    const { table } = row
    if (!isRecordTable(table)) throw new Error(`no table is called ${table}`)
    const current = now[place % AT_ONCE]
    const expected = line.entry.changes[place]?.[from] ?? null
    if ((current === undefined ? null : hashOfRecord(current)) !== expected) {
      const word = to === 'before' ? 'undone' : 'done again'
      return trouble(
        problem(
          'changed-since',
          `“${line.entry.summary}” was not ${word}: something it concerns has been changed since.`,
          'Change it by hand; its history shows how it was.',
        ),
      )
    }
    const change = changeTo(table, row.id, row[to])
    if (!change.ok) return change
    changes.push(change.value)
  }
  return ok({ changes, summary })
}

function changeTo(table: RecordTable, id: string, value: unknown): Outcome<Change> {
  if (value === null) return ok(remove(table, id))
  const parsed = RECORD_SCHEMAS[table].safeParse(value)
  if (!parsed.success)
    return trouble(
      problem(
        'invalid-record',
        'An earlier state of a record can no longer be read by this version of Vouch.',
        'Change it by hand; its history shows how it was.',
      ),
    )
  return ok({ op: 'put', table, record: parsed.data } as Change)
}
