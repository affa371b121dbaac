import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { annotationIdSchema } from '../annotations/annotation'
import { type Id, idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { partialDateSchema, timestampSchema } from '../units/time'

export type PurchaseId = Id<'purchase'>
export const purchaseIdSchema = idSchema('purchase')
const figureIdSchema = idSchema('figure')

/** Where a purchase stands. */
export const STAGES = ['market-research', 'solicitation', 'award', 'modification', 'in-use', 'ended'] as const
export type Stage = (typeof STAGES)[number]
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  'market-research': 'market research',
  solicitation: 'solicitation',
  award: 'award',
  modification: 'modification',
  'in-use': 'in use',
  ended: 'ended',
}

/**
 * What an amount is an amount of; unlike kinds are never added.
 * - `obligated`: money that the government has bound itself to pay
 * - `current`: the value of the contract as it stands, options exercised so far
 * - `potential`: its ceiling, with all options
 */
export const AMOUNT_KINDS = ['obligated', 'current', 'potential'] as const
export type AmountKind = (typeof AMOUNT_KINDS)[number]

/** One figure that a source gives. Conflicting figures stand side by side. */
export const figureSchema = record({
  id: figureIdSchema,
  kind: z.enum(AMOUNT_KINDS),
  /** In cents, so that sums are exact; below zero for money taken back. */
  cents: z.int(),
  /** ISO 4217, `USD`. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'a currency is written USD'),
  /** The amount as it is printed: `$9.2 million`. */
  printed: z.string(),
  /** When it was so, as far as known. */
  date: partialDateSchema.nullable(),
  /** The passage that gives it; null where it rests on none, which is shown. */
  annotationId: annotationIdSchema.nullable(),
  note: z.string(),
})
export type Figure = z.infer<typeof figureSchema>

/** Something bought, or about to be. */
export const purchaseSchema = record({
  id: purchaseIdSchema,
  analysisId: analysisIdSchema,
  /** Empty where it is not known. */
  vendor: z.string(),
  product: z.string(),
  /** Contract, order, solicitation or notice number, as printed. */
  identifier: z.string(),
  /** Who buys. */
  agency: z.string(),
  stage: z.enum(STAGES),
  /** When it was awarded or, before that, published; as far as known. */
  date: partialDateSchema.nullable(),
  /** First and last day of performance, as far as known. */
  from: partialDateSchema.nullable(),
  until: partialDateSchema.nullable(),
  figures: list(figureSchema),
  /** Passages that show the purchase itself. */
  annotationIds: list(annotationIdSchema),
  note: z.string(),
  author: z.string(),
  createdAt: timestampSchema,
})
export type Purchase = z.infer<typeof purchaseSchema>
