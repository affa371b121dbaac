import { z } from 'zod'
import { dossierSettingsSchema } from '../dossier/dossier-settings'
import { addedStampSchema } from '../time-stamps/added-stamp'
import { type Id, idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { partialDateSchema, timestampSchema } from '../units/time'

export type AnalysisId = Id<'analysis'>
export const analysisIdSchema = idSchema('analysis')

/** A heading under which claims stand; its id is unique within the analysis. */
const sectionSchema = record({ id: z.string(), number: z.int(), label: z.string() })
/** Something the analysis leaves unanswered. */
const openQuestionSchema = record({ id: z.string(), text: z.string(), status: z.string() })
/** How a tension between claims was kept before it was a record of its own (`shared/claims/tension.ts`). */
const earlierTensionSchema = record({ id: z.string(), claimNumbers: list(z.string()), text: z.string() })
const bodySchema = record({ name: z.string(), short: z.string(), parent: z.string().nullable() })

/** A question, what is claimed in answer to it, and what stays open. Claims and sources are records of their own. */
export const analysisSchema = record({
  id: analysisIdSchema,
  /** Short name, for lists and the window's title. */
  title: z.string().min(1),
  question: z.string(),
  /** The date up to which the analysis speaks. */
  asOf: partialDateSchema.nullable(),
  /** The bottom line, in the researcher's words. */
  answer: z.string(),
  /** How the documents were chosen and read. */
  method: z.string(),
  subject: bodySchema.nullable(),
  comparator: bodySchema.nullable(),
  sections: list(sectionSchema),
  limits: list(z.string()),
  openQuestions: list(openQuestionSchema),
  /**
   * Only in records of earlier libraries and bundles, which have to hash as they were stored. `move-tensions` makes records of them at
   * the start; nothing else reads or writes it.
   */
  tensions: list(earlierTensionSchema).exactOptional(),
  /** How its dossier is put together; absent where nothing was set. */
  dossier: dossierSettingsSchema.exactOptional(),
  /** Time stamps (RFC 3161) made elsewhere for heads of the custody log, in the order in which they were added. */
  timeStamps: list(addedStampSchema).exactOptional(),
  origin: z.enum(['bundled', 'new', 'imported', 'duplicate']),
  createdAt: timestampSchema,
  /** Set when deleted; the analysis and all that belongs to it stay, and can be undeleted. */
  deletedAt: timestampSchema.nullable(),
})
export type Analysis = z.infer<typeof analysisSchema>
export type Section = Analysis['sections'][number]
export type OpenQuestion = Analysis['openQuestions'][number]
