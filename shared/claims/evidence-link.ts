import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { annotationIdSchema } from '../annotations/annotation'
import { idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { claimIdSchema } from './claim'
import { readingIdSchema } from './reading'

export const evidenceLinkIdSchema = idSchema('evidence')

/**
 * How a passage bears on a claim.
 * - `supports`: the passage, read alone, makes the claim more credible.
 * - `contradicts`: passage and claim cannot both be right.
 * - `qualifies`: the claim stands, within limits that the passage names.
 * - `undercuts`: the passage weakens the inference to the claim without speaking against the claim itself.
 * - `context`: needed to read other evidence; carries no weight of its own.
 * - `defines`: fixes what a word in the claim means.
 */
export const RELATIONS = ['supports', 'contradicts', 'qualifies', 'undercuts', 'context', 'defines'] as const
export type Relation = (typeof RELATIONS)[number]

/** Shape, word and key of each relation. Colour is only an extra; see the tokens in `renderer/ui`. */
export const RELATION_SIGNS: Readonly<Record<Relation, { readonly shape: string; readonly word: string; readonly key: string }>> = {
  supports: { shape: '▲', word: 'supports', key: 's' },
  contradicts: { shape: '▼', word: 'contradicts', key: 'd' },
  qualifies: { shape: '◆', word: 'qualifies', key: 'q' },
  undercuts: { shape: '✕', word: 'undercuts', key: 'u' },
  context: { shape: '●', word: 'context', key: 'c' },
  defines: { shape: '§', word: 'defines', key: 'f' },
}

/** Ties an annotation (what a document says) to a claim (what we say). Removing it deletes neither. */
export const evidenceLinkSchema = record({
  id: evidenceLinkIdSchema,
  analysisId: analysisIdSchema,
  claimId: claimIdSchema,
  annotationId: annotationIdSchema,
  relation: z.enum(RELATIONS),
  /** The readings of the claim it bears on; empty means all of them. */
  readingIds: list(readingIdSchema),
  strength: z.enum(['strong', 'moderate', 'weak']).nullable(),
  note: z.string(),
  author: z.string(),
  createdAt: timestampSchema,
})
export type EvidenceLink = z.infer<typeof evidenceLinkSchema>
