import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { claimIdSchema } from './claim'

export const tensionIdSchema = idSchema('tension')

export const TENSION_KINDS = ['word', 'units', 'scope', 'other'] as const
export type TensionKind = (typeof TENSION_KINDS)[number]
/** The words shown for each kind. */
export const TENSION_KIND_WORDS: Readonly<Record<TensionKind, string>> = {
  word: 'a word used in two ways',
  units: 'unlike units compared',
  scope: 'scope that shifts',
  other: 'pulls against itself',
}

/** Claims of an analysis that pull against each other. It weighs nothing and is shown beside each of them. */
export const tensionSchema = record({
  id: tensionIdSchema,
  analysisId: analysisIdSchema,
  kind: z.enum(TENSION_KINDS),
  /** The claims between which it stands; one alone where it pulls against itself. */
  claimIds: list(claimIdSchema),
  text: z.string().min(1, 'say what pulls against what'),
  /** How it was settled, in the researcher's words; empty while it is open. */
  settled: z.string(),
  author: z.string(),
  createdAt: timestampSchema,
})
export type Tension = z.infer<typeof tensionSchema>
