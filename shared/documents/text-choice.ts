import { z } from 'zod'
import { idSchema } from '../units/ids'
import { pageIndexSchema } from '../units/pages'
import { record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { documentIdSchema } from './document'
import { READABLE_ORIGINS } from './readable-origin'

export const textChoiceIdSchema = idSchema('textchoice')

/** The researcher's decision which text of some pages is read and quoted. A later one goes before an earlier one. */
export const textChoiceSchema = record({
  id: textChoiceIdSchema,
  documentId: documentIdSchema,
  /** First and last page, both included. */
  from: pageIndexSchema,
  to: pageIndexSchema,
  use: z.enum(READABLE_ORIGINS),
  author: z.string(),
  at: timestampSchema,
})
export type TextChoice = z.infer<typeof textChoiceSchema>
