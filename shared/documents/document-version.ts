import { z } from 'zod'
import { idSchema } from '../units/ids'
import { pageIndexSchema } from '../units/pages'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { documentIdSchema } from './document'

export const documentVersionIdSchema = idSchema('version')

/** Says that one document is a later version of another (a second release, a corrected file), and which page answers to which. */
export const documentVersionSchema = record({
  id: documentVersionIdSchema,
  earlierId: documentIdSchema,
  laterId: documentIdSchema,
  /** Pages in the order of the later document; null where a page has no counterpart. */
  pages: list(record({ earlier: pageIndexSchema.nullable(), later: pageIndexSchema.nullable() })),
  note: z.string(),
  author: z.string(),
  at: timestampSchema,
})
export type DocumentVersion = z.infer<typeof documentVersionSchema>
