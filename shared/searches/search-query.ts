import { z } from 'zod'
import { DISCLOSURE_AUTHORS, DISCLOSURE_TRIGGERS } from '../documents/disclosure-event'
import { documentIdSchema } from '../documents/document'
import { list, record } from '../units/strict-schema'
import { partialDateSchema } from '../units/time'

/** What can be searched. */
export const SEARCHED_KINDS = ['page', 'mark', 'note', 'claim'] as const

/** A search over the library: words as they were written, and what it is narrowed to. Empty lists and null narrow nothing. */
export const searchQuerySchema = record({
  words: z.string(),
  /** Also finds words that differ by a letter or two. */
  fuzzy: z.boolean(),
  kinds: list(z.enum(SEARCHED_KINDS)),
  documentIds: list(documentIdSchema),
  authors: list(z.enum(DISCLOSURE_AUTHORS)),
  triggers: list(z.enum(DISCLOSURE_TRIGGERS)),
  /** By the date of disclosure, both included. */
  fromDate: partialDateSchema.nullable(),
  toDate: partialDateSchema.nullable(),
  textOrigins: list(z.enum(['embedded', 'ocr'])),
})
export type SearchQuery = z.infer<typeof searchQuerySchema>

/** A search that is narrowed to nothing. */
export const EVERYTHING: SearchQuery = {
  words: '',
  fuzzy: false,
  kinds: [],
  documentIds: [],
  authors: [],
  triggers: [],
  fromDate: null,
  toDate: null,
  textOrigins: [],
}
