import { z } from 'zod'
import { idSchema } from '../units/ids'
import { record } from '../units/strict-schema'
import { partialDateSchema } from '../units/time'
import { documentIdSchema } from './document'

export const disclosureEventIdSchema = idSchema('disclosure')

/** Who authored what came out. */
export const DISCLOSURE_AUTHORS = ['agency', 'department', 'oversight-body', 'court', 'vendor', 'press', 'civil-society', 'leaker'] as const
/** What set the release off. */
export const DISCLOSURE_TRIGGERS = ['required', 'volunteered', 'on-request', 'compelled', 'unauthorised', 'independent'] as const

/** How and when a document came out; a document can have several. */
export const disclosureEventSchema = record({
  id: disclosureEventIdSchema,
  documentId: documentIdSchema,
  author: z.enum(DISCLOSURE_AUTHORS),
  trigger: z.enum(DISCLOSURE_TRIGGERS),
  date: partialDateSchema.nullable(),
  obtainedBy: z.string(),
  /** The request, docket or address under which it was obtained. */
  reference: z.string(),
  note: z.string(),
})
export type DisclosureEvent = z.infer<typeof disclosureEventSchema>

/** An agency's or department's own release, required or volunteered, is *disclosed*; all else is *discovered*. */
export const isDisclosed = (event: Pick<DisclosureEvent, 'author' | 'trigger'>): boolean =>
  (event.author === 'agency' || event.author === 'department') && (event.trigger === 'required' || event.trigger === 'volunteered')
