import type { Annotation, AnnotationId } from '@shared/annotations/annotation'
import type { Document } from '@shared/documents/document'
import { useLiveQuery } from 'dexie-react-hooks'
import { recordOfRow } from '../storage/database'
import { useWorkbench } from '../workbench/workbench'

/** A marked passage with its document; null where that was removed. */
export type Passage = { readonly annotation: Annotation; readonly document: Document | null }

/** The passages of these marks, by their identifiers, as they change; undefined while they are read. Marks that are not there are left out. */
export function usePassages(ids: readonly AnnotationId[]): ReadonlyMap<AnnotationId, Passage> | undefined {
  const { db } = useWorkbench()
  const key = ids.join(' ')
  return useLiveQuery(async () => {
    const wanted = key === '' ? [] : key.split(' ')
    const annotations = (await db.rows('annotations').bulkGet(wanted)).flatMap((row) =>
      row === undefined ? [] : [recordOfRow('annotations', row)],
    )
    const rows = await db.rows('documents').bulkGet([...new Set(annotations.map((annotation) => annotation.documentId))])
    const documents = new Map(
      rows.flatMap((row) => (row === undefined ? [] : [recordOfRow('documents', row)])).map((document) => [document.id, document]),
    )
    return new Map(annotations.map((annotation) => [annotation.id, { annotation, document: documents.get(annotation.documentId) ?? null }]))
  }, [db, key])
}
