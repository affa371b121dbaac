import { z } from 'zod'
import { idSchema } from '../units/ids'
import { pageIndexSchema } from '../units/pages'
import { record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { documentIdSchema } from './document'

export const proposalDecisionIdSchema = idSchema('decision')

/** What the workbench proposes and never asserts. A `reading` is a place where another version of pdf.js reads other words; dismissed, the earlier words stand. */
const PROPOSAL_KINDS = ['redaction', 'failed-redaction', 'pdf-mark', 'stamp', 'identifier', 'text-layer', 'reading'] as const
/**
 * - `accepted`: the researcher took it over; the mark or rule that came of it is a record of its own
 * - `dismissed`: it is none
 * - `released`: text that was held back may be read and quoted
 * - `kept-back`: text stays held back, for good
 * - `read-as`: an identifier reads otherwise than it is printed; `note` says how
 */
const VERDICTS = ['accepted', 'dismissed', 'released', 'kept-back', 'read-as'] as const

/** The researcher's decision on a machine's proposal, so that it is not proposed again and that it is known who decided. */
export const proposalDecisionSchema = record({
  id: proposalDecisionIdSchema,
  documentId: documentIdSchema,
  /** The page it stands on; null for one about the whole document. */
  pageIndex: pageIndexSchema.nullable(),
  kind: z.enum(PROPOSAL_KINDS),
  /** Names the proposal within its page and kind; made of places and codes, never of text that is held back. */
  key: z.string(),
  verdict: z.enum(VERDICTS),
  note: z.string(),
  author: z.string(),
  at: timestampSchema,
})
export type ProposalDecision = z.infer<typeof proposalDecisionSchema>
