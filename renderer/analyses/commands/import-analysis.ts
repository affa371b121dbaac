import { analysisSchema } from '@shared/analyses/analysis'
import { claimSchema } from '@shared/claims/claim'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { sourceSchema } from '@shared/sources/source'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'

/** Takes in an analysis with its claims and sources, as `recordsOfAnalysisFile` makes them from a file. */
export const importAnalysis = defineCommand({
  name: 'import-analysis',
  label: 'Import analysis',
  input: record({ analysis: analysisSchema, claims: list(claimSchema), sources: list(sourceSchema) }),
  async decide({ analysis, claims, sources }, { read }) {
    if ((await read.get('analyses', analysis.id)) !== undefined) return trouble(problem('analysis-there', `“${analysis.title}” is already in the library.`, 'Open it from the list, or undelete it there.'))
    const numbers = new Set(claims.map((claim) => claim.number))
    if (numbers.size !== claims.length) return trouble(problem('numbers-clash', `“${analysis.title}” gives one number to two claims.`, 'Give every claim a number of its own in the file.'))
    const changes = [put('analyses', analysis), ...claims.map((claim) => put('claims', claim)), ...sources.map((source) => put('sources', source))]
    return ok({ changes, summary: `Took in an analysis with ${claims.length} claims and ${sources.length} sources` })
  },
})
