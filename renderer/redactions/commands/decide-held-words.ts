import { documentIdSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { pageIndexSchema } from '@shared/units/pages'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { decisionOn } from './decision-on'

const WORDS = { 'kept-back': 'Kept words back', dismissed: 'Said that words are under no redaction', released: 'Released words' } as const

/** Decides about words that were left under a redaction: keep them back, say that it is none, or release them, with the reason. */
export const decideHeldWords = defineCommand({
  name: 'decide-held-words',
  label: 'Decide about words under a redaction',
  input: record({
    documentId: documentIdSchema,
    findings: list(record({ pageIndex: pageIndexSchema, key: z.string() })),
    verdict: z.enum(['kept-back', 'dismissed', 'released']),
    reason: z.string(),
  }),
  async decide({ documentId, findings, verdict, reason }, { at, actor }) {
    if (verdict === 'released' && reason.trim() === '')
      return trouble(
        problem(
          'reason-missing',
          'Words under a redaction are released only with a reason.',
          'Write down why, and whom you asked; it stands in the record.',
        ),
      )
    return ok({
      changes: findings.map(({ pageIndex, key }) =>
        put(
          'proposalDecisions',
          decisionOn({ documentId, pageIndex, kind: 'failed-redaction', key, verdict, note: reason.trim() }, at, actor),
        ),
      ),
      summary: `${WORDS[verdict]} at ${findings.length} place${findings.length === 1 ? '' : 's'} under redactions`,
    })
  },
})
