import 'fake-indexeddb/auto'
import type { Outcome } from '@shared/errors/outcome'
import type { Command } from '@shared/storage/command'
import { type Change, RECORD_TABLES } from '@shared/storage/records'
import { Dexie } from 'dexie'
import { type Committed, commit } from '../storage/commit'
import { Database, rowOfRecord } from '../storage/database'
import { undoCommand } from '../storage/undo-commands'

/** A database of its own in which commands are tried, one after the other. */
export type CommandBench = {
  readonly db: Database
  /** Puts records without asking a command. */
  have(changes: readonly Change[]): Promise<void>
  run<Input>(command: Command<Input>, input: Input): Promise<Outcome<Committed>>
  /** Runs a command and fails if it is refused; then takes it back and fails if anything is left; then does it again. */
  runBothWays<Input>(command: Command<Input>, input: Input): Promise<void>
  /** Runs a command and answers the kind of the problem; fails if it is done. */
  refusal<Input>(command: Command<Input>, input: Input): Promise<string>
  /** What stands in the custody log, oldest first. */
  summaries(): Promise<readonly string[]>
  remove(): Promise<void>
}

export function commandBench(name: string): CommandBench {
  const db = new Database(name)
  let moment = Date.UTC(2026, 10, 22)
  const options = { actor: 'Researcher', now: () => (moment += 60_000) }
  const run: CommandBench['run'] = (command, input) => commit(db, command, input, options)
  const records = async (): Promise<unknown> =>
    Object.fromEntries(await Promise.all(RECORD_TABLES.map(async (table) => [table, await db.all(table)] as const)))
  const done = async <Input>(command: Command<Input>, input: Input): Promise<Committed> => {
    const outcome = await run(command, input)
    if (!outcome.ok) throw new Error(`${command.name}: ${outcome.problem.what}`)
    return outcome.value
  }
  return {
    db,
    run,
    async have(changes) {
      for (const change of changes) if (change.op === 'put') await db.rows(change.table).put(rowOfRecord(change.table, change.record))
    },
    async runBothWays(command, input) {
      const before = JSON.stringify(await records())
      const { line } = await done(command, input)
      await done(undoCommand, { line })
      if (JSON.stringify(await records()) !== before) throw new Error(`${command.name} was not wholly taken back`)
      await done(command, input)
    },
    async refusal(command, input) {
      const outcome = await run(command, input)
      if (outcome.ok) throw new Error(`${command.name} was not refused`)
      return outcome.problem.kind
    },
    summaries: async () => (await db.custody.orderBy('seq').toArray()).map((line) => line.entry.summary),
    async remove() {
      db.close()
      await Dexie.delete(name)
    },
  }
}
