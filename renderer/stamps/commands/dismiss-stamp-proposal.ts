import { documentIdSchema } from '@shared/documents/document'
import { proposalDecisionIdSchema } from '@shared/documents/proposal-decision'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'

/** Says that proposed page numbers are none, so that they are not proposed again. */
export const dismissStampProposal = defineCommand({
  name: 'dismiss-stamp-proposal',
  label: 'Dismiss proposed page numbers',
  input: record({ id: proposalDecisionIdSchema, documentId: documentIdSchema, key: z.string() }),
  async decide({ id, documentId, key }, { at, actor }) {
    return ok({
      changes: [
        put('proposalDecisions', {
          id,
          documentId,
          pageIndex: null,
          kind: 'stamp',
          key,
          verdict: 'dismissed',
          note: '',
          author: actor,
          at,
        }),
      ],
      summary: 'Dismissed proposed page numbers',
    })
  },
})
