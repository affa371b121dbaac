import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { sha256Schema } from '../units/hashes'
import { idSchema } from '../units/ids'
import { record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { claimIdSchema } from './claim'
import { evidenceLinkIdSchema } from './evidence-link'

const checkIdSchema = idSchema('check')

export const CHECK_VERDICTS = ['right', 'wrong', 'out-of-context', 'unfair'] as const
export type CheckVerdict = (typeof CHECK_VERDICTS)[number]
export const CHECK_WORDS: Readonly<Record<CheckVerdict, string>> = {
  right: 'right',
  wrong: 'wrong',
  'out-of-context': 'out of context',
  unfair: 'unfair',
}

/**
 * What a second reader found of a claim, or of one passage that is linked to it. It holds only for what was read: once the claim, the
 * link or the passage says something else, its `fingerprint` is another and the check counts as *unchecked* again.
 */
export const checkSchema = record({
  id: checkIdSchema,
  analysisId: analysisIdSchema,
  claimId: claimIdSchema,
  /** The link whose passage was checked; null for the claim's own text. */
  linkId: evidenceLinkIdSchema.nullable(),
  verdict: z.enum(CHECK_VERDICTS),
  note: z.string(),
  /** The second reader's name. */
  by: z.string(),
  at: timestampSchema,
  /** SHA-256 of the canonical JSON of what was read. */
  fingerprint: sha256Schema,
})
export type Check = z.infer<typeof checkSchema>
