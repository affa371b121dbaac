import type { DocumentId } from '@shared/documents/document'
import { readCancelled } from '../pdf/pdf-problems'
import { notInLibrary } from './import-problems'
import type { ImportResult } from './import-queue'
import { type ImportParts, refused } from './import-task'
import { storeUnlocked } from './store-document'

/** Tries a password on a document that is kept; on success its text is read and it becomes ready. */
export async function unlockDocument(parts: ImportParts, documentId: DocumentId, password: string): Promise<ImportResult> {
  const { db, pool } = parts
  const [record, file] = await Promise.all([db.get('documents', documentId), db.files.get(documentId)])
  if (record === undefined || file === undefined) return refused(notInLibrary())
  if (record.status === 'ready') {
    parts.documents.rememberPassword(documentId, password)
    return { kind: 'added', documentId, pages: record.pageCount }
  }
  const read = await pool.read(
    { documentId, name: record.name, blob: file.blob, media: 'pdf', password },
    () => undefined,
    new AbortController().signal,
  )
  if (!read.ok)
    return read.problem.kind === 'cancelled' ? refused(readCancelled(record.name)) : { kind: 'kept', documentId, problem: read.problem }
  const unlocked = await storeUnlocked(parts, documentId, read.value)
  if (!unlocked.ok) return refused(unlocked.problem)
  parts.documents.rememberPassword(documentId, password)
  return { kind: 'added', documentId, pages: read.value.pageCount }
}
