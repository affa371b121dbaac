import { z } from 'zod'
import { idSchema } from '../units/ids'
import { record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { searchQuerySchema } from './search-query'

export const savedSearchIdSchema = idSchema('savedsearch')

/** A search kept by name, to be made again. What it found on a day is a search note's business. */
export const savedSearchSchema = record({
  id: savedSearchIdSchema,
  name: z.string().min(1),
  query: searchQuerySchema,
  author: z.string(),
  createdAt: timestampSchema,
})
export type SavedSearch = z.infer<typeof savedSearchSchema>
