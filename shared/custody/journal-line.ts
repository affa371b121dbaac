import { z } from 'zod'
import { record, list } from '../units/strict-schema'
import { custodyEntrySchema } from './custody-entry'

/**
 * One line of the vault's journal, and one row of the database's `custody` table: the custody entry with the records
 * themselves, before and after, so that the database can be rebuilt from the vault and any change taken back.
 */
export const journalLineSchema = record({
  entry: custodyEntrySchema,
  rows: list(record({ table: z.string(), id: z.string(), before: z.unknown(), after: z.unknown() })),
  /** How many records each table held after this command: a shrunken database shows at once. */
  tallies: z.record(z.string(), z.int()).readonly(),
})
export type JournalLine = z.infer<typeof journalLineSchema>
