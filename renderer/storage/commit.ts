import { type CustodyChange, type CustodyEntry, hashOfRecord, sealEntryInTurns } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { Command, Decision } from '@shared/storage/command'
import { type AnyRecord, type Change, RECORD_SCHEMAS, RECORD_TABLES, type RecordTable } from '@shared/storage/records'
import { groupedBy } from '@shared/units/grouped-by'
import { resting } from '@shared/units/resting'
import { timestampOf } from '@shared/units/time'
import { COMMITTED_TABLES, type Database } from './database'
import { writeLine } from './write-line'

/** What a committed command did. */
export type Committed = { readonly line: JournalLine }

type CommitOptions = {
  /** Who stands in the custody log. */
  readonly actor: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** For undo and redo: the seq of the entry that is taken back or made again. */
  readonly reverts?: number
}

/**
 * The one road by which records change: the command decides, then one transaction writes the rows and the custody entry.
 * Runs inside one read-write transaction from the first read, so that no other change can come between. Everything is
 * checked before anything is written; on trouble nothing is written.
 */
export async function commit<Input>(
  db: Database,
  command: Command<Input>,
  input: Input,
  options: CommitOptions,
): Promise<Outcome<Committed>> {
  const parsed = command.input.safeParse(input)
  if (!parsed.success) {
    const first = parsed.error.issues[0]
    return trouble(
      problem(
        'invalid-input',
        `“${command.label}” was not done: ${first?.path.join('.') ?? ''} ${first?.message ?? 'the input is incomplete'}.`,
        'Correct the field and try again.',
      ),
    )
  }
  const at = timestampOf(options.now())
  return db.transaction('rw', [...COMMITTED_TABLES], async (): Promise<Outcome<Committed>> => {
    const decided = await command.decide(parsed.data, { at, actor: options.actor, read: db, rest: restingInside(db) })
    if (!decided.ok) return decided
    const sealed = await seal(db, { ...decided.value, command: command.name, at, actor: options.actor, reverts: options.reverts ?? null })
    if (!sealed.ok) return sealed
    await writeLine(db, sealed.value)
    return ok({ line: sealed.value })
  })
}

/** Lets whatever waits go first between pieces of a long command; inside the transaction, which ends when anything but its requests is awaited. */
const restingInside = (db: Database): (() => Promise<void> | undefined) => resting(undefined, () => db.custody.get(0))

type Undated = Decision & Pick<CustodyEntry, 'command' | 'at' | 'actor' | 'reverts'>

/** Turns a decision into the journal line that follows on the last one. Reads, and writes nothing. */
async function seal(db: Database, decision: Undated): Promise<Outcome<JournalLine>> {
  // A later change to the same record in one decision replaces the earlier one, so that each record has one before and one after.
  const rest = restingInside(db)
  const wanted = new Map<string, { readonly table: RecordTable; readonly id: string; readonly after: AnyRecord | null }>()
  for (const change of decision.changes) {
    const pause = rest()
    if (pause !== undefined) await pause
    const valid = validated(change)
    if (!valid.ok) return valid
    const id = change.op === 'put' ? change.record.id : change.id
    wanted.set(keyOf(change.table, id), { table: change.table, id, after: valid.value })
  }
  const rows: JournalLine['rows'][number][] = []
  const changes: CustodyChange[] = []
  const growth: Partial<Record<RecordTable, number>> = {}
  const stored = await recordsNow(db, [...wanted.values()])
  for (const [key, { table, id, after }] of wanted) {
    const pause = rest()
    if (pause !== undefined) await pause
    const before = stored.get(key) ?? null
    const hashes = { before: before && hashOfRecord(before), after: after && hashOfRecord(after) }
    if (hashes.before === hashes.after) continue
    rows.push({ table, id, before, after })
    changes.push({ table, id, ...hashes })
    growth[table] = (growth[table] ?? 0) + (after ? 1 : 0) - (before ? 1 : 0)
  }
  const last = await db.custody.orderBy('seq').last()
  const tallies = Object.fromEntries(RECORD_TABLES.map((table) => [table, (last?.tallies[table] ?? 0) + (growth[table] ?? 0)]))
  const { command, at, actor, reverts, summary } = decision
  const entry = await sealEntryInTurns({ at, actor, command, summary, changes, reverts }, last?.entry ?? null, rest)
  return ok({ entry, rows, tallies })
}

const keyOf = (table: RecordTable, id: string): string => `${table} ${id}`

/** The records that are to be changed, as they are stored. */
async function recordsNow(
  db: Database,
  wanted: readonly { readonly table: RecordTable; readonly id: string }[],
): Promise<ReadonlyMap<string, AnyRecord>> {
  const stored = new Map<string, AnyRecord>()
  for (const [table, some] of groupedBy(wanted, (one) => one.table))
    for (const record of await db.getMany(
      table,
      some.map(({ id }) => id),
    ))
      if (record !== undefined) stored.set(keyOf(table, record.id), record)
  return stored
}

/** Checks a record against its schema; a removal passes as null. */
function validated(change: Change): Outcome<AnyRecord | null> {
  if (change.op === 'remove') return ok(null)
  const parsed = RECORD_SCHEMAS[change.table].safeParse(change.record)
  if (parsed.success) return ok(parsed.data)
  const first = parsed.error.issues[0]
  return trouble(
    problem(
      'invalid-record',
      `A record was not written: ${first?.path.join('.') ?? change.table}: ${first?.message ?? 'invalid'}.`,
      'Nothing was changed. Correct the field and try again.',
    ),
  )
}
