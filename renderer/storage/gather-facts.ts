import type { DatabaseFacts, VaultFacts } from '@shared/custody/compare-copies'
import { type Head, journalChecker } from '@shared/custody/journal-check'
import type { JournalLine } from '@shared/custody/journal-line'
import { type UndoableEntry, undoStackOf, type UndoStack } from '@shared/custody/undo-stack'
import type { Desktop } from '@shared/desktop/desktop'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { RECORD_TABLES } from '@shared/storage/records'
import type { Sha256 } from '@shared/units/hashes'
import type { Database } from './database'
import { isRecordTable } from './write-line'

/** Journal lines asked for at a time. */
const LINES = 500

/** What the two copies hold, read without writing anything. */
export type Facts = { readonly database: DatabaseFacts; readonly vault: VaultFacts; readonly common: number; readonly undoStack: UndoStack }

/** Journal lines of the vault with a number above `after` and up to `upTo`, in pieces. */
export async function* journalLines(vault: Desktop['vault'], after: number, upTo: number): AsyncGenerator<Outcome<readonly JournalLine[]>> {
  for (let last = after; last < upTo;) {
    const read = await vault.readJournal(last, Math.min(LINES, upTo - last))
    if (!read.ok || read.value.length === 0) {
      yield read.ok
        ? trouble(
            problem(
              'journal-short',
              `The vault's journal ended at line ${last} while it was being read.`,
              'Close Vouch and open it again.',
            ),
          )
        : read
      return
    }
    yield read
    last += read.value.length
  }
}

/**
 * Reads both copies: how far each is sound, and up to where they are the same.
 * @param depth how deep the database's log is checked; the vault checks its own records when it opens
 */
export async function gatherFacts(db: Database, vault: Desktop['vault'], depth: 'chain' | 'records'): Promise<Outcome<Facts>> {
  const [state, { facts: database, hashes, undoStack }] = await Promise.all([vault.open(), databaseFacts(db, depth)])
  if (!state.ok) return state
  const soundInVault =
    state.value.damagedAtLine === null ? (state.value.head?.seq ?? 0) : Math.min(state.value.head?.seq ?? 0, state.value.damagedAtLine - 1)
  const hashAt = async (seq: number): Promise<Outcome<Sha256 | null>> => {
    const line = await vault.readJournal(seq - 1, 1)
    return line.ok ? ok(line.value[0]?.entry.hash ?? null) : line
  }
  const common = await commonPart(hashes, Math.min(hashes.length, soundInVault), hashAt)
  if (!common.ok) return common
  // Lines that the database may have to be rebuilt from are checked now, before anything is decided.
  const needed = database.damagedAt !== null || database.miscounted.length > 0 ? 0 : common.value
  const checked = await checkJournal(vault, needed === 0 ? null : { seq: needed, hash: hashes[needed - 1] ?? ('' as Sha256) }, soundInVault)
  if (!checked.ok) return checked
  const damagedAtLine = checked.value.damagedAtLine ?? state.value.damagedAtLine
  return ok({
    database,
    vault: { head: checked.value.head, damagedAtLine },
    common: Math.min(common.value, checked.value.head?.seq ?? 0),
    undoStack,
  })
}

async function checkJournal(vault: Desktop['vault'], from: Head | null, upTo: number): Promise<Outcome<VaultFacts>> {
  const checker = journalChecker(from)
  for await (const lines of journalLines(vault, from?.seq ?? 0, upTo)) {
    if (!lines.ok) return lines
    for (const line of lines.value) {
      const unknown = line.rows.find((row) => !isRecordTable(row.table))
      if (unknown !== undefined)
        return trouble(
          problem(
            'vault-newer',
            `The vault was written by a newer version of Vouch (it holds “${unknown.table}”, which this version does not know).`,
            'Open it with that version.',
          ),
        )
      const fault = checker.take(line)
      if (fault !== null) return ok({ head: checker.head(), damagedAtLine: fault.seq })
    }
  }
  return ok({ head: checker.head(), damagedAtLine: null })
}

/** Number of the last entry at which both histories have the same hash: chains that agree there agree on all before. */
async function commonPart(
  hashes: readonly Sha256[],
  upTo: number,
  hashAt: (seq: number) => Promise<Outcome<Sha256 | null>>,
): Promise<Outcome<number>> {
  let [same, differs] = [0, upTo + 1]
  for (let seq = upTo; same < differs - 1; seq = Math.floor((same + differs) / 2)) {
    const hash = await hashAt(seq)
    if (!hash.ok) return hash
    if (hash.value === hashes[seq - 1]) same = seq
    else differs = seq
  }
  return ok(same)
}

/** How far the database's custody log is sound, the hashes of that part, and whether the tables hold as many records as it says. */
export async function databaseFacts(
  db: Database,
  depth: 'chain' | 'records',
): Promise<{ readonly facts: DatabaseFacts; readonly hashes: readonly Sha256[]; readonly undoStack: UndoStack }> {
  const checker = journalChecker(null, depth)
  const hashes: Sha256[] = []
  const entries: UndoableEntry[] = []
  let damagedAt: number | null = null
  let tallies: JournalLine['tallies'] = {}
  for (let last = 0; damagedAt === null;) {
    const rows = await db.custody.where('seq').above(last).limit(LINES).toArray()
    for (const row of rows) {
      const fault = checker.take(row)
      if (fault !== null) {
        damagedAt = fault.seq
        break
      }
      hashes.push(row.entry.hash)
      const { seq, actor, command, reverts, changes } = row.entry
      entries.push({ seq, actor, command, reverts, changes: changes.slice(0, 1) })
      tallies = row.tallies
      last = row.seq
    }
    if (rows.length < LINES) break
  }
  const counts = await Promise.all(
    RECORD_TABLES.map(async (table) => ({ table, expected: tallies[table] ?? 0, found: await db.rows(table).count() })),
  )
  const miscounted = counts.filter(({ expected, found }) => expected !== found)
  const lastEntry = await db.lastSeq()
  return { facts: { head: checker.head(), damagedAt, lastEntry, miscounted }, hashes, undoStack: undoStackOf(entries) }
}
