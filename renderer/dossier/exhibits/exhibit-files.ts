import type { DocumentId } from '@shared/documents/document'
import type { DossierSnapshot } from '@shared/dossier/snapshot'
import type { Database } from '../../storage/database'
import { digestOfBlob } from '../../storage/document-bytes'

export type FileState = DossierSnapshot['files'][number]['state']

/** Why nothing could be read of a file that is not whole, in words. */
export const FILE_TROUBLE: Readonly<Record<Exclude<FileState, 'whole'>, string>> = {
  damaged: 'The stored file is damaged: its bytes no longer have the SHA-256 that names it.',
  missing: 'The stored file is missing.',
}

/** Hashes the stored bytes of a document and compares them with the SHA-256 that names it. */
export async function stateOfFile(db: Database, id: DocumentId): Promise<FileState> {
  const row = await db.files.get(id)
  if (row === undefined) return 'missing'
  const digest = await digestOfBlob(row.blob)
  return digest === null ? 'missing' : digest === id ? 'whole' : 'damaged'
}
