import type { z } from 'zod'
import type { Outcome } from '../errors/outcome'
import type { Timestamp } from '../units/time'
import type { Change, RecordOf, RecordTable } from './records'

/** What a command may read before it decides. Reads are consistent: no other command runs in between. */
export type RecordReader = {
  get<Table extends RecordTable>(table: Table, id: string): Promise<RecordOf<Table> | undefined>
  /** Several at once, in the order of the ids: one by one is felt where there are thousands. */
  getMany<Table extends RecordTable>(table: Table, ids: readonly string[]): Promise<readonly (RecordOf<Table> | undefined)[]>
  /** All records whose indexed field has the value. Indexed fields: see `renderer/storage/database.ts`. */
  where<Table extends RecordTable>(table: Table, field: string, value: string): Promise<readonly RecordOf<Table>[]>
}

/** What every command is told, so that it reads no clock and asks nobody's name itself. */
export type CommandContext = {
  readonly at: Timestamp
  readonly actor: string
  readonly read: RecordReader
  /**
   * For a command that decides about thousands: what it gives between pieces is awaited, so that whatever waits goes first. Where it gives
   * nothing, nothing may be awaited: the transaction loses its way after a hundred awaits without a request.
   */
  readonly rest: () => Promise<void> | undefined
}

/** What a command decides: what to write, and a line for the custody log (never document text). */
export type Decision = { readonly changes: readonly Change[]; readonly summary: string }

/** One action of the researcher: validates, then says what to change. Committing is the store's business. */
export type Command<Input> = {
  readonly name: string
  /** The words shown in menus, in the undo list and in the palette. */
  readonly label: string
  readonly input: z.ZodType<Input>
  decide(input: Input, context: CommandContext): Promise<Outcome<Decision>>
}

/** Gives a command its types. */
export const defineCommand = <Input>(command: Command<Input>): Command<Input> => command
