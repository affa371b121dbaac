import type { AnalysisId } from '@shared/analyses/analysis'
import type { AnalysisRecords } from '@shared/analyses/analysis-file'
import type { RecordOf, RecordTable } from '@shared/storage/records'
import { COMMITTED_TABLES, type Database } from '../storage/database'

/** All of an analysis that its exchange form holds, as it stood at one moment; null when it is not in the library. */
export function readAnalysisRecords(db: Database, id: AnalysisId): Promise<AnalysisRecords | null> {
  return db.transaction('r', [...COMMITTED_TABLES], async () => {
    const of = <Table extends RecordTable>(table: Table): Promise<readonly RecordOf<Table>[]> => db.where(table, 'analysisId', id)
    const analysis = await db.get('analyses', id)
    if (analysis === undefined) return null
    const [claims, sources, assessments, tensions, searchNotes, checks] = await Promise.all([
      of('claims'),
      of('sources'),
      of('assessments'),
      of('tensions'),
      of('searchNotes'),
      of('checks'),
    ])
    return { analysis, claims, sources, assessments, tensions, searchNotes, checks }
  })
}
