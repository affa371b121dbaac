import type { AnalysisId } from '@shared/analyses/analysis'
import type { Annotation } from '@shared/annotations/annotation'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import type { DocumentId } from '@shared/documents/document'
import { resting } from '@shared/units/resting'
import { liveQuery } from 'dexie'
import { useMemo, useSyncExternalStore } from 'react'
import { type Database, recordOfRow } from '../storage/database'
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
    const links = analysisId === null ? [] : await linksOfMarks(db, annotations, analysisId)
    return listMarks(annotations, links, current ?? null, resting())
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

/** Marks from which on all links of the analysis are read, instead of those of each mark. */
const MANY = 500

async function linksOfMarks(db: Database, marks: readonly Annotation[], analysisId: AnalysisId): Promise<readonly EvidenceLink[]> {
  if (marks.length >= MANY) return db.where('evidenceLinks', 'analysisId', analysisId)
  const rows = await db
    .rows('evidenceLinks')
    .where('annotationId')
    .anyOf(marks.map(({ id }) => id))
    .toArray()
  return rows.map((row) => recordOfRow('evidenceLinks', row)).filter((link) => link.analysisId === analysisId)
}
