import { z } from 'zod'
import { type Id, idSchema } from '../units/ids'
import { record } from '../units/strict-schema'

export type ReadingId = Id<'reading'>
export const readingIdSchema = idSchema('reading')

/** One way to understand a claim. Evidence may bear on one reading and not on another. */
export const readingSchema = record({
  id: readingIdSchema,
  /** A few words: "a list of purchases". */
  label: z.string().min(1),
  /** What the claim says on this reading. */
  description: z.string(),
})
export type Reading = z.infer<typeof readingSchema>
