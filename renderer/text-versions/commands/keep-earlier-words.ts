import { documentIdSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { pageIndexSchema } from '@shared/units/pages'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { decisionOn } from '../../redactions/commands/decision-on'

/** Says that the words as they were first read stand, where another version of pdf.js reads others: at one place or at many, in one step. */
export const keepEarlierWords = defineCommand({
  name: 'keep-earlier-words',
  label: 'Keep the words as they were first read',
  input: record({ documentId: documentIdSchema, differences: list(record({ pageIndex: pageIndexSchema, key: z.string() })) }),
  async decide({ documentId, differences }, { read, at, actor }) {
    if ((await read.get('documents', documentId)) === undefined)
      return trouble(problem('document-missing', 'The document is no longer in the library.', 'Import the file again.'))
    return ok({
      changes: differences.map(({ pageIndex, key }) =>
        put('proposalDecisions', decisionOn({ documentId, pageIndex, kind: 'reading', key, verdict: 'dismissed', note: '' }, at, actor)),
      ),
      summary: `Kept the words as first read at ${differences.length} place${differences.length === 1 ? '' : 's'}`,
    })
  },
})
