import type { DocumentId } from '@shared/documents/document'
import type { Workbench } from '../workbench/workbench'
import type { ReadRecords } from './read-records'

/**
 * What lies under a failed redaction is known only once its page was looked at, and goes out in no form. For publication only marks go out, so their
 * pages are looked at; corrections and working records are compared with what is held back anywhere in their document.
 * @returns the documents of which that could not be known
 */
export async function examineBeforeExport(
  { db, examination }: Workbench,
  { records, redactions, working, exhibits }: ReadRecords,
): Promise<ReadonlySet<DocumentId>> {
  const unexamined = new Set<DocumentId>()
  const corrected = new Set<DocumentId>(records.textCorrections.map(({ documentId }) => documentId))
  const segments = [...records.annotations, ...redactions].flatMap((mark) => mark.segments)
  for (const id of working === null ? exhibits : records.documents.map((document) => document.id)) {
    if (working === null && !corrected.has(id))
      await examination.examinePages(
        id,
        segments.flatMap((segment) => (segment.documentId === id ? [Number(segment.pageIndex)] : [])),
      )
    else if (!(await examination.whenExamined(id)) && (await db.files.where('id').equals(id).count()) > 0) unexamined.add(id)
  }
  return unexamined
}
