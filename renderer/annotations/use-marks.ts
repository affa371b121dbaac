import type { AnalysisId } from '@shared/analyses/analysis'
import type { DocumentId } from '@shared/documents/document'
import { liveQuery } from 'dexie'
import { useMemo, useSyncExternalStore } from 'react'
import type { Database } from '../storage/database'
import { useWorkbench, type Watched } from '../workbench/workbench'
import { listMarks, type MarkList } from './marks'

/** The marks of a document with their links in one analysis, as they change; undefined while they are read. */
export function useMarks(documentId: DocumentId, analysisId: AnalysisId | null): MarkList | undefined {
  const { db } = useWorkbench()
  const marks = useMemo(() => watchMarks(db, documentId, analysisId), [db, documentId, analysisId])
  return useSyncExternalStore(marks.subscribe, marks.get)
}

/** Reads again whenever a mark of the document or a link of the analysis changes. */
function watchMarks(db: Database, documentId: DocumentId, analysisId: AnalysisId | null): Watched<MarkList | undefined> {
  let current: MarkList | undefined
  const read = async (): Promise<MarkList> => {
    const annotations = await db.where('annotations', 'documentId', documentId)
    const links = analysisId === null ? [] : await db.where('evidenceLinks', 'analysisId', analysisId)
    return listMarks(annotations, links, current ?? null)
  }
  return {
    get: () => current,
    subscribe(changed) {
      const reading = liveQuery(read).subscribe((list) => {
        current = list
        changed()
      })
      return () => reading.unsubscribe()
    },
  }
}
