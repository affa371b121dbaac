import { analysisSchema } from '@shared/analyses/analysis'
import { assessmentSchema } from '@shared/claims/assessment'
import { checkSchema } from '@shared/claims/check'
import { claimSchema } from '@shared/claims/claim'
import { tensionSchema } from '@shared/claims/tension'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { searchNoteSchema } from '@shared/searches/search-note'
import { sourceSchema } from '@shared/sources/source'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'

/**
 * Takes in an analysis with its claims, sources, judgements, tensions, search notes and checks, as `recordsOfAnalysisFile` makes them from
 * a file. Of the documents that a search looked through, those in this library stay named.
 */
export const importAnalysis = defineCommand({
  name: 'import-analysis',
  label: 'Import analysis',
  input: record({
    analysis: analysisSchema,
    claims: list(claimSchema),
    sources: list(sourceSchema),
    assessments: list(assessmentSchema),
    tensions: list(tensionSchema),
    searchNotes: list(searchNoteSchema),
    checks: list(checkSchema),
  }),
  async decide({ analysis, claims, sources, assessments, tensions, searchNotes, checks }, { read }) {
    if ((await read.get('analyses', analysis.id)) !== undefined)
      return trouble(
        problem('analysis-there', `“${analysis.title}” is already in the library.`, 'Open it from the list, or undelete it there.'),
      )
    const numbers = new Set(claims.map((claim) => claim.number))
    if (numbers.size !== claims.length)
      return trouble(
        problem(
          'numbers-clash',
          `“${analysis.title}” gives one number to two claims.`,
          'Give every claim a number of its own in the file.',
        ),
      )
    const there = new Set<string>()
    for (const id of new Set(searchNotes.flatMap((note) => note.documentIds)))
      if ((await read.get('documents', id)) !== undefined) there.add(id)
    const changes = [
      put('analyses', analysis),
      ...claims.map((claim) => put('claims', claim)),
      ...sources.map((source) => put('sources', source)),
      ...assessments.map((assessment) => put('assessments', assessment)),
      ...tensions.map((tension) => put('tensions', tension)),
      ...searchNotes.map((note) => put('searchNotes', { ...note, documentIds: note.documentIds.filter((id) => there.has(id)) })),
      ...checks.map((check) => put('checks', check)),
    ]
    return ok({ changes, summary: `Took in an analysis with ${claims.length} claims and ${sources.length} sources` })
  },
})
