import { type Analysis, analysisIdSchema } from '@shared/analyses/analysis'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { partialDateSchema } from '@shared/units/time'
import { z } from 'zod'

const input = record({
  id: analysisIdSchema,
  title: z.string().trim().min(1, 'give the analysis a name'),
  question: z.string().trim(),
  asOf: partialDateSchema.nullable(),
})

/** Begins an analysis: a question with three empty sections, which can be renamed. */
export const createAnalysis = defineCommand({
  name: 'create-analysis',
  label: 'New analysis',
  input,
  async decide(fields, { read, at }) {
    if ((await read.get('analyses', fields.id)) !== undefined)
      return trouble(problem('analysis-there', 'This analysis is already in the library.', 'Open it from the list.'))
    const analysis: Analysis = {
      ...fields,
      answer: '',
      method: '',
      subject: null,
      comparator: null,
      sections: [
        { id: 's0', number: 0, label: 'Answer in brief' },
        { id: 's1', number: 1, label: 'Findings' },
        { id: 's2', number: 2, label: 'Limits of the evidence' },
      ],
      limits: [],
      openQuestions: [],
      origin: 'new',
      createdAt: at,
      deletedAt: null,
    }
    return ok({ changes: [put('analyses', analysis)], summary: 'Began an analysis' })
  },
})
