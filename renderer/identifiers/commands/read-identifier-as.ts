import { documentIdSchema } from '@shared/documents/document'
import { proposalDecisionIdSchema } from '@shared/documents/proposal-decision'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put, remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'

/** Says how an identifier is to be read, beside what is printed; nothing printed is changed. Empty words take an earlier reading back. */
export const readIdentifierAs = defineCommand({
  name: 'read-identifier-as',
  label: 'Say how an identifier reads',
  input: record({ id: proposalDecisionIdSchema, documentId: documentIdSchema, key: z.string().min(1), readAs: z.string() }),
  async decide({ id, documentId, key, readAs }, { at, actor, read }) {
    const before = (await read.where('proposalDecisions', 'documentId', documentId)).find(
      (decision) => decision.kind === 'identifier' && decision.verdict === 'read-as' && decision.key === key,
    )
    const words = readAs.trim()
    if (words === '')
      return ok({
        changes: before === undefined ? [] : [remove('proposalDecisions', before.id)],
        summary: 'Took back how an identifier reads',
      })
    return ok({
      changes: [
        put('proposalDecisions', {
          id: before?.id ?? id,
          documentId,
          pageIndex: null,
          kind: 'identifier',
          key,
          verdict: 'read-as',
          note: words,
          author: actor,
          at,
        }),
      ],
      summary: 'Said how an identifier reads',
    })
  },
})
