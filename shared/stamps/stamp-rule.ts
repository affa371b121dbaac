import { z } from 'zod'
import { documentIdSchema } from '../documents/document'
import { idSchema } from '../units/ids'
import { pageIndexSchema, pageStampSchema } from '../units/pages'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'

export const stampRuleIdSchema = idSchema('stamprule')

/**
 * The stamps (Bates numbers, `JA 042`, `Page 12 of 24`) of a range of pages, as the researcher confirmed them: a run of numbers with
 * text around them, and pages that part from it.
 */
export const stampRuleSchema = record({
  id: stampRuleIdSchema,
  documentId: documentIdSchema,
  /** First and last page, both included. */
  from: pageIndexSchema,
  to: pageIndexSchema,
  /** Text before and after the number, as printed: `JA `, `Page `, ` of 24`. */
  before: z.string(),
  after: z.string(),
  /** The number of the first page, and by how much it grows a page. */
  first: z.int(),
  step: z.int(),
  /** Digits to which the number is filled up with zeros; 0 for none. */
  digits: z.int().min(0),
  /** Pages whose stamp is another, set by hand; null where a page has none. */
  exceptions: list(record({ page: pageIndexSchema, stamp: pageStampSchema.nullable() })),
  author: z.string(),
  at: timestampSchema,
})
export type StampRule = z.infer<typeof stampRuleSchema>
