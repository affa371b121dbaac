import { documentIdSchema } from '@shared/documents/document'
import { proposalDecisionIdSchema } from '@shared/documents/proposal-decision'
import { counted } from '@shared/dossier/words'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { pageIndexSchema } from '@shared/units/pages'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'

/** Leaves marks of the file where they are: they are not offered again. */
export const dismissPdfMarks = defineCommand({
  name: 'dismiss-pdf-marks',
  label: 'Leave marks in the file',
  input: record({
    documentId: documentIdSchema,
    marks: list(record({ id: proposalDecisionIdSchema, page: pageIndexSchema, reference: z.string() })),
  }),
  async decide({ documentId, marks }, { at, actor }) {
    const changes = marks.map(({ id, page, reference }) =>
      put('proposalDecisions', {
        id,
        documentId,
        pageIndex: page,
        kind: 'pdf-mark',
        key: reference,
        verdict: 'dismissed',
        note: '',
        author: actor,
        at,
      }),
    )
    return ok({ changes, summary: `Left ${counted(marks.length, 'mark')} in the PDF` })
  },
})
