import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { annotationIdSchema } from '../annotations/annotation'
import { claimIdSchema } from '../claims/claim'
import { documentIdSchema } from '../documents/document'
import { idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { partialDateSchema, timestampSchema } from '../units/time'

export const searchNoteIdSchema = idSchema('search')

export const COULD_HAVE_HELD = ['yes', 'no', 'unknown'] as const
export type CouldHaveHeld = (typeof COULD_HAVE_HELD)[number]

/** A recorded search. It can be evidence of absence, with less weight than a document. */
export const searchNoteSchema = record({
  id: searchNoteIdSchema,
  analysisId: analysisIdSchema,
  /** The claims on whose absence it bears. */
  claimIds: list(claimIdSchema),
  /** Where: the library, a web page, a reading room. */
  where: z.string().min(1),
  words: z.string(),
  /** When it was made, as far as known. */
  date: partialDateSchema.nullable(),
  by: z.string(),
  /** The documents searched, by hash; empty for a search elsewhere. */
  documentIds: list(documentIdSchema),
  hits: z.int().min(0).nullable(),
  result: z.string(),
  /** What would have shown it, had it been there. */
  wouldHaveShown: z.string(),
  /** Which version of the place was searched: an edition, a date of posting, a build. */
  version: z.string().exactOptional(),
  /** Whether the place could have held it at all. */
  couldHaveHeld: z.enum(COULD_HAVE_HELD).exactOptional(),
  /** When the search says nothing any more, because the place may have changed. */
  expires: partialDateSchema.nullable().exactOptional(),
  /** The mark that it rests on where a document says that nothing was found: the letter that says “no records”. */
  annotationId: annotationIdSchema.exactOptional(),
  createdAt: timestampSchema,
})
export type SearchNote = z.infer<typeof searchNoteSchema>
