import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { idSchema } from '../units/ids'
import { sha256Schema } from '../units/hashes'
import { list, record } from '../units/strict-schema'
import { partialDateSchema } from '../units/time'

export const sourceIdSchema = idSchema('source')

/** A citable origin, numbered [n] in its analysis. What is not known is null, and shown as unknown. */
export const sourceSchema = record({
  id: sourceIdSchema,
  analysisId: analysisIdSchema,
  number: z.int().min(1),
  title: z.string().nullable(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  date: partialDateSchema.nullable(),
  url: z.string().nullable(),
  /** What can be said of it from how it is used. */
  known: z.string(),
  /** What is still to be found out. */
  toFind: z.string(),
  /** Channels through which it came out, as far as they can be inferred. */
  channels: list(z.string()),
  channelConfidence: z.string().nullable(),
  /** SHA-256 of the documents behind it: none, one or several. */
  documentIds: list(sha256Schema),
  /** The whole item in CSL-JSON (Citation Style Language 1.0.2), where it was read from one: what the fields above do not hold is kept. */
  csl: z.record(z.string(), z.json()).readonly().exactOptional(),
})
export type Source = z.infer<typeof sourceSchema>
