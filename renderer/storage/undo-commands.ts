import { hashOfRecord } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import { REDO, UNDO } from '@shared/custody/undo-stack'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { type Command, type CommandContext, type Decision, defineCommand } from '@shared/storage/command'
import { type Change, RECORD_SCHEMAS, type RecordTable, remove } from '@shared/storage/records'
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

async function decideReversal(
  line: JournalLine,
  to: 'before' | 'after',
  summary: string,
  { read }: CommandContext,
): Promise<Outcome<Decision>> {
  const from = to === 'before' ? 'after' : 'before'
  const changes: Change[] = []
  for (const [place, row] of line.rows.entries()) {
    const { table } = row
    if (!isRecordTable(table)) throw new Error(`no table is called ${table}`)
    const current = await read.get(table, row.id)
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
