import type { ProposalDecision } from '@shared/documents/proposal-decision'
import { derivedId } from '@shared/units/derived-id'
import type { Timestamp } from '@shared/units/time'

/** The decision on a proposal. There is one for each: a later one takes the place of an earlier one, and custody holds both. */
export const decisionOn = (on: Omit<ProposalDecision, 'id' | 'author' | 'at'>, at: Timestamp, author: string): ProposalDecision => ({
  id: derivedId('decision', on.documentId, String(on.pageIndex), on.kind, on.key),
  ...on,
  author,
  at,
})
