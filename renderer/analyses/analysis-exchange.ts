import type { Analysis, AnalysisId } from '@shared/analyses/analysis'
import { analysisFileOf, readAnalysisFile, recordsOfAnalysisFile, textOfAnalysisFile } from '@shared/analyses/analysis-file'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { newId } from '@shared/units/ids'
import { timestampOf } from '@shared/units/time'
import type { Workbench } from '../workbench/workbench'
import { importAnalysis } from './commands/import-analysis'

/** Bytes handed to the shell in one call. */
const PIECE = 4 * 1024 * 1024
/** Bytes above which a file is surely no analysis. */
const TOO_LARGE = 64 * 1024 * 1024

/**
 * Writes an analysis with its claims and sources as a JSON file where the researcher chooses. Evidence is not part of it:
 * it needs its documents, and travels in the dossier's bundle.
 * @returns where it was put, as people read it; null when the choice was cancelled
 */
export async function exportAnalysisFile({ db, desktop }: Pick<Workbench, 'db' | 'desktop'>, id: AnalysisId): Promise<Outcome<string | null>> {
  const [analysis, claims, sources] = await Promise.all([db.get('analyses', id), db.where('claims', 'analysisId', id), db.where('sources', 'analysisId', id)])
  if (analysis === undefined) return trouble(problem('analysis-gone', 'The analysis is no longer in the library.', 'Choose another analysis.'))
  const begun = await desktop.exports.begin(fileNameOf(analysis), 'file')
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun
  const { token } = begun.value
  const bytes = new TextEncoder().encode(textOfAnalysisFile(analysisFileOf({ analysis, claims, sources })))
  for (let at = 0; at < bytes.length; at += PIECE) {
    const written = await desktop.exports.write(token, fileNameOf(analysis), bytes.subarray(at, at + PIECE))
    if (written.ok) continue
    await desktop.exports.abandon(token)
    return written
  }
  const finished = await desktop.exports.finish(token)
  return finished.ok ? ok(finished.value.shownPath) : finished
}

/** A name for the file, from the analysis's title: letters, digits and hyphens only. */
export function fileNameOf(analysis: Pick<Analysis, 'title'>): string {
  const words = analysis.title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join('-').slice(0, 60) ?? ''
  return `${words === '' ? 'analysis' : words}.vouch-analysis.json`
}

/** Takes in an analysis from a file that the researcher chose. */
export async function importAnalysisFile(workbench: Pick<Workbench, 'run'>, file: File): Promise<Outcome<Analysis>> {
  if (file.size > TOO_LARGE) return trouble(problem('analysis-file-large', `${file.name} is too large to be an analysis.`, 'Choose a file that Vouch exported.'))
  const read = readAnalysisFile(await file.text(), file.name)
  if (!read.ok) return read
  const records = recordsOfAnalysisFile(read.value, { newId, at: timestampOf(Date.now()) })
  const done = await workbench.run(importAnalysis, records)
  return done.ok ? ok(records.analysis) : done
}
