import { type Outcome, ok } from '@shared/errors/outcome'
import { type Command, type CommandContext, type Decision, defineCommand, type RecordReader } from '@shared/storage/command'
import type { Change, RecordOf, RecordTable } from '@shared/storage/records'
import { z } from 'zod'
import { rowOfRecord } from '../storage/database'

/** One of several commands, with its input. */
export type Step = (context: CommandContext) => Promise<Outcome<Decision>>
export const step =
  <Input>(command: Command<Input>, input: Input): Step =>
  (context) =>
    command.decide(input, context)

/**
 * Many commands as one: each decides with what those before it decided in sight, and all of it is written at once or not at all, with one
 * line in the journal. The records are entered under a name of their own, for nobody is to take a sample judgement for one of the
 * program's or of the researcher's; the custody log says who did it.
 */
export const inOneStep = (
  steps: readonly Step[],
  { author, summary }: { readonly author: string; readonly summary: string },
): Command<null> =>
  defineCommand({
    name: 'put-samples',
    label: 'Put the samples in',
    input: z.null(),
    async decide(_input, { at, read, rest }) {
      const changes = new Map<string, Change>()
      const context = { at, actor: author, read: withChanges(read, changes), rest }
      for (const decide of steps) {
        const decided = await decide(context)
        if (!decided.ok) return decided
        for (const change of decided.value.changes)
          changes.set(keyOf(change.table, change.op === 'put' ? change.record.id : change.id), change)
      }
      return ok({ changes: [...changes.values()], summary })
    },
  })

const keyOf = (table: RecordTable, id: string): string => `${table} ${id}`

/** The records as they will be once the changes are written. */
function withChanges(read: RecordReader, changes: ReadonlyMap<string, Change>): RecordReader {
  return {
    async get<Table extends RecordTable>(table: Table, id: string) {
      const change = changes.get(keyOf(table, id))
      return change === undefined ? read.get(table, id) : recordIn(table, change)
    },
    async getMany<Table extends RecordTable>(table: Table, ids: readonly string[]) {
      return Promise.all(ids.map((id) => this.get(table, id)))
    },
    async where<Table extends RecordTable>(table: Table, field: string, value: string) {
      const stored = (await read.where(table, field, value)).filter(({ id }) => !changes.has(keyOf(table, id)))
      const put = [...changes.values()]
        .flatMap((change) => recordIn(table, change) ?? [])
        .filter((record) => holds(rowOfRecord(table, record), field, value))
      return [...stored, ...put]
    },
  }
}

const recordIn = <Table extends RecordTable>(table: Table, change: Change): RecordOf<Table> | undefined =>
  change.op === 'put' && change.table === table ? (change.record as RecordOf<Table>) : undefined

/** Whether an indexed field of a row holds a value, by itself or among others. */
function holds(row: unknown, field: string, value: string): boolean {
  const held: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, field) : undefined
  return held === value || (Array.isArray(held) && held.includes(value))
}
