import type { Analysis, AnalysisId } from '@shared/analyses/analysis'
import { analysisFileOf, readAnalysisFile, recordsOfAnalysisFile, textOfAnalysisFile } from '@shared/analyses/analysis-file'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { newId } from '@shared/units/ids'
import { timestampOf } from '@shared/units/time'
import type { Workbench } from '../workbench/workbench'
import { importAnalysis } from './commands/import-analysis'
import { plainName } from './plain-name'
import { saveFile } from '../desktop/save-file'
import { readAnalysisRecords } from './read-analysis-records'

/** Bytes above which a file is surely no analysis. */
const TOO_LARGE = 64 * 1024 * 1024

/**
 * Writes an analysis as a JSON file where the researcher chooses: all of it but evidence, which needs its documents and travels in the
 * dossier's bundle.
 * @returns where it was put, as people read it; null when the choice was cancelled
 */
export async function exportAnalysisFile(
  { db, desktop }: Pick<Workbench, 'db' | 'desktop'>,
  id: AnalysisId,
): Promise<Outcome<string | null>> {
  const records = await readAnalysisRecords(db, id)
  if (records === null) return trouble(ANALYSIS_GONE)
  return saveFile(desktop, fileNameOf(records.analysis), textOfAnalysisFile(analysisFileOf(records)))
}

const ANALYSIS_GONE = problem('analysis-gone', 'The analysis is no longer in the library.', 'Choose another analysis.')

/** A name for the file, from the analysis's title. */
export const fileNameOf = ({ title }: Pick<Analysis, 'title'>): string => `${plainName(title)}.vouch-analysis.json`

/** Takes in an analysis from a file that the researcher chose. */
export async function importAnalysisFile(workbench: Pick<Workbench, 'run'>, file: File): Promise<Outcome<Analysis>> {
  if (file.size > TOO_LARGE)
    return trouble(problem('analysis-file-large', `${file.name} is too large to be an analysis.`, 'Choose a file that Vouch exported.'))
  const read = readAnalysisFile(await file.text(), file.name)
  if (!read.ok) return read
  const records = recordsOfAnalysisFile(read.value, { newId, at: timestampOf(Date.now()) })
  const done = await workbench.run(importAnalysis, records)
  return done.ok ? ok(records.analysis) : done
}
