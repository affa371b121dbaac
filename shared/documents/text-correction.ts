import { z } from 'zod'
import { textRangeSchema } from '../annotations/segment'
import { idSchema } from '../units/ids'
import { pageIndexSchema } from '../units/pages'
import { record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { documentIdSchema } from './document'
import { READABLE_ORIGINS } from './readable-origin'

export const textCorrectionIdSchema = idSchema('correction')

/**
 * What a page says where its text says something else: an overlay by the researcher. The extracted text stays, and offsets go
 * on meaning it; a quotation shows the correction in brackets.
 */
export const textCorrectionSchema = record({
  id: textCorrectionIdSchema,
  documentId: documentIdSchema,
  pageIndex: pageIndexSchema,
  /** Which text of the page the range belongs to. */
  origin: z.enum(READABLE_ORIGINS),
  range: textRangeSchema,
  /** The words that stand at the range, so that a correction is never applied to other ones. */
  was: z.string(),
  becomes: z.string(),
  author: z.string(),
  at: timestampSchema,
})
export type TextCorrection = z.infer<typeof textCorrectionSchema>
