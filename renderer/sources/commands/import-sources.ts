import { analysisIdSchema } from '@shared/analyses/analysis'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { sourceSchema } from '@shared/sources/source'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'

/** Puts in the sources that a file of references brings, new ones and ones of which more is known now, as `planImport` decides. */
export const importSources = defineCommand({
  name: 'import-sources',
  label: 'Import sources',
  input: record({ analysisId: analysisIdSchema, sources: list(sourceSchema) }),
  async decide({ analysisId, sources }, { read }) {
    if ((await read.get('analyses', analysisId)) === undefined)
      return trouble(problem('analysis-gone', 'The analysis is no longer in the library.', 'Choose another analysis.'))
    const there = await read.where('sources', 'analysisId', analysisId)
    const after = new Map([...there, ...sources].map((source) => [source.id, source.number]))
    if (sources.some((source) => source.analysisId !== analysisId) || new Set(after.values()).size !== after.size)
      return trouble(problem('numbers-clash', 'The sources changed while the file was read.', 'Import the file again.'))
    return ok({ changes: sources.map((source) => put('sources', source)), summary: `Imported ${sources.length} sources` })
  },
})
