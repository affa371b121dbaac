import type { Analysis, AnalysisId } from '@shared/analyses/analysis'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { RecordReader } from '@shared/storage/command'

/** The analysis that a command is about, or the trouble that it is gone. */
export async function analysisOf(read: RecordReader, id: AnalysisId): Promise<Outcome<Analysis>> {
  const analysis = await read.get('analyses', id)
  if (analysis === undefined)
    return trouble(problem('analysis-gone', 'The analysis is no longer in the library.', 'Undo the removal, or choose another analysis.'))
  return ok(analysis)
}
