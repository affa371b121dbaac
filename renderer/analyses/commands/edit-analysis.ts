import { analysisIdSchema, analysisSchema } from '@shared/analyses/analysis'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { analysisOf } from './analysis-of'

const { title, question, asOf, answer, method, subject, comparator, sections, limits, openQuestions } = analysisSchema.unwrap().shape
const fields = record({
  title: title.exactOptional(),
  question: question.exactOptional(),
  asOf: asOf.exactOptional(),
  answer: answer.exactOptional(),
  method: method.exactOptional(),
  subject: subject.exactOptional(),
  comparator: comparator.exactOptional(),
  sections: sections.exactOptional(),
  limits: limits.exactOptional(),
  openQuestions: openQuestions.exactOptional(),
})

const WORDS: Readonly<Record<string, string>> = { asOf: 'as-of date', openQuestions: 'open questions' }

/** Changes the frame of an analysis. A section can go only when no claim stands in it. */
export const editAnalysis = defineCommand({
  name: 'edit-analysis',
  label: 'Edit analysis',
  input: record({ id: analysisIdSchema, fields }),
  async decide({ id, fields }, { read }) {
    const found = await analysisOf(read, id)
    if (!found.ok) return found
    if (fields.sections !== undefined) {
      const kept = new Set(fields.sections.map((section) => section.id))
      if (kept.size !== fields.sections.length)
        return trouble(problem('sections-clash', 'Two sections have the same identifier.', 'Add the section again.'))
      const lost = (await read.where('claims', 'analysisId', id)).filter((claim) => !kept.has(claim.sectionId)).map((claim) => claim.number)
      if (lost.length > 0)
        return trouble(
          problem('section-in-use', `The section still holds ${lost.join(', ')}.`, 'Move these claims to another section first.'),
        )
    }
    return ok({
      changes: [put('analyses', { ...found.value, ...fields })],
      summary: `Changed the analysis: ${Object.keys(fields)
        .map((field) => WORDS[field] ?? field)
        .join(', ')}`,
    })
  },
})
