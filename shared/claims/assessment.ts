import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { idSchema } from '../units/ids'
import { record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { claimIdSchema } from './claim'
import { readingIdSchema } from './reading'

const assessmentIdSchema = idSchema('assessment')

export const ASSESSMENT_STATUSES = ['undeveloped', 'supported', 'contradicted', 'mixed', 'depends-on-reading', 'outside-scope'] as const
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number]
export const ASSESSMENT_WORDS: Readonly<Record<AssessmentStatus, string>> = {
  undeveloped: 'undeveloped',
  supported: 'supported',
  contradicted: 'contradicted',
  mixed: 'mixed',
  'depends-on-reading': 'depends on reading',
  'outside-scope': 'outside scope',
}
export const CONFIDENCES = ['high', 'moderate', 'low'] as const

/** The researcher's judgement of a claim as a whole (readingId null) or on one reading. Never computed from counts. */
export const assessmentSchema = record({
  id: assessmentIdSchema,
  analysisId: analysisIdSchema,
  claimId: claimIdSchema,
  readingId: readingIdSchema.nullable(),
  status: z.enum(ASSESSMENT_STATUSES),
  confidence: z.enum(CONFIDENCES).nullable(),
  reasoning: z.string(),
  author: z.string(),
  at: timestampSchema,
})
export type Assessment = z.infer<typeof assessmentSchema>

/** The status shown for a claim: its assessment, or undeveloped where there is none. */
export const statusOf = (assessment: Assessment | undefined): AssessmentStatus => assessment?.status ?? 'undeveloped'
