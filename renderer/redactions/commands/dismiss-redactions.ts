import { documentIdSchema } from '@shared/documents/document'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { pageIndexSchema } from '@shared/units/pages'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { decisionOn } from './decision-on'

/** Says that proposed redactions are none, so that they are not proposed again. */
export const dismissRedactions = defineCommand({
  name: 'dismiss-redactions',
  label: 'Dismiss proposed redactions',
  input: record({ documentId: documentIdSchema, proposals: list(record({ pageIndex: pageIndexSchema, key: z.string() })) }),
  async decide({ documentId, proposals }, { at, actor, rest }) {
    const changes: Change[] = []
    for (const { pageIndex, key } of proposals) {
      const pause = rest()
      if (pause !== undefined) await pause
      const decision = decisionOn({ documentId, pageIndex, kind: 'redaction', key, verdict: 'dismissed', note: '' }, at, actor)
      changes.push(put('proposalDecisions', decision))
    }
    return ok({
      changes,
      summary: `Dismissed ${proposals.length} proposed redaction${proposals.length === 1 ? '' : 's'}`,
    })
  },
})
