import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { annotationIdSchema } from '../annotations/annotation'
import { purchaseIdSchema } from '../purchases/purchase'
import { idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { partialDateSchema, timestampSchema } from '../units/time'

export const eventIdSchema = idSchema('event')

export const EVENT_KINDS = ['award', 'modification', 'request', 'release', 'statement', 'publication', 'deadline', 'other'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Something that happened, or has to, on a date as far as it is known. */
export const chronologyEventSchema = record({
  id: eventIdSchema,
  analysisId: analysisIdSchema,
  kind: z.enum(EVENT_KINDS),
  date: partialDateSchema,
  /** The last day of something that went on; null for what did not. */
  until: partialDateSchema.nullable(),
  title: z.string().min(1, 'say what happened'),
  note: z.string(),
  /** The passages it rests on; empty for one entered by hand, which is shown. */
  annotationIds: list(annotationIdSchema),
  purchaseId: purchaseIdSchema.nullable(),
  author: z.string(),
  createdAt: timestampSchema,
})
export type ChronologyEvent = z.infer<typeof chronologyEventSchema>
