import { type CustodyChange, type CustodyEntry, hashOfRecord, sealEntry } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { Command, Decision } from '@shared/storage/command'
import { type AnyRecord, type Change, RECORD_SCHEMAS, RECORD_TABLES } from '@shared/storage/records'
import { timestampOf } from '@shared/units/time'
import { COMMITTED_TABLES, type Database, rowOfRecord } from './database'

/** What a committed command did. */
export type Committed = { readonly line: JournalLine }

/**
 * The one road by which records change: the command decides, then one transaction writes the rows and the custody entry.
 * Runs inside one read-write transaction from the first read, so that no other change can come between.
 * @param reverts for undo and redo: the seq of the entry that is taken back or made again
 */
export async function commit<Input>(
  db: Database,
  command: Command<Input>,
  input: Input,
  options: { readonly actor: string; readonly now: () => number; readonly reverts?: number },
): Promise<Outcome<Committed>> {
  const parsed = command.input.safeParse(input)
  if (!parsed.success) {
    const first = parsed.error.issues[0]
    return trouble(problem('invalid-input', `“${command.label}” was not done: ${first?.path.join('.') ?? ''} ${first?.message ?? 'the input is incomplete'}.`, 'Correct the field and try again.'))
  }
  const at = timestampOf(options.now())
  return db.transaction('rw', [...COMMITTED_TABLES], async (): Promise<Outcome<Committed>> => {
    const decided = await command.decide(parsed.data, { at, actor: options.actor, read: db })
    if (!decided.ok) return decided
    return writeDecision(db, { ...decided.value, command: command.name, at, actor: options.actor, reverts: options.reverts ?? null })
  })
}

type Sealed = Decision & Pick<CustodyEntry, 'command' | 'at' | 'actor' | 'reverts'>

async function writeDecision(db: Database, decision: Sealed): Promise<Outcome<Committed>> {
  const rows: JournalLine['rows'][number][] = []
  const changes: CustodyChange[] = []
  const growth: Record<string, number> = {}
  for (const change of decision.changes) {
    const valid = validated(change)
    if (!valid.ok) return valid
    const id = change.op === 'put' ? change.record.id : change.id
    const before = (await db.get(change.table, id)) ?? null
    const after = valid.value
    if (before === null && after === null) continue
    rows.push({ table: change.table, id, before, after })
    changes.push({ table: change.table, id, before: before && hashOfRecord(before), after: after && hashOfRecord(after) })
    growth[change.table] = (growth[change.table] ?? 0) + (after ? 1 : 0) - (before ? 1 : 0)
    if (after === null) await db.rows(change.table).delete(id)
    else await db.rows(change.table).put(rowOfRecord(change.table, after))
  }
  const last = await db.custody.orderBy('seq').last()
  const tallies = Object.fromEntries(RECORD_TABLES.map((table) => [table, (last?.tallies[table] ?? 0) + (growth[table] ?? 0)]))
  const { command, at, actor, reverts, summary } = decision
  const entry = sealEntry({ at, actor, command, summary, changes, reverts }, last?.entry ?? null)
  const line: JournalLine = { entry, rows, tallies }
  await db.custody.put({ ...line, seq: entry.seq, recordIds: changes.map((change) => change.id) })
  return ok({ line })
}

/** Checks a record against its schema; a removal passes as null. */
function validated(change: Change): Outcome<AnyRecord | null> {
  if (change.op === 'remove') return ok(null)
  const parsed = RECORD_SCHEMAS[change.table].safeParse(change.record)
  if (parsed.success) return ok(parsed.data)
  const first = parsed.error.issues[0]
  return trouble(problem('invalid-record', `A record was not written: ${first?.path.join('.') ?? change.table}: ${first?.message ?? 'invalid'}.`, 'Nothing was changed. Correct the field and try again.'))
}

