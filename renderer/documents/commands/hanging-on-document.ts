import type { DocumentId } from '@shared/documents/document'
import type { RecordReader } from '@shared/storage/command'
import { type Change, type RecordTable, remove } from '@shared/storage/records'

const TABLES = ['disclosureEvents', 'recognitions', 'textCorrections', 'textChoices', 'stampRules', 'proposalDecisions'] as const

/** The removal of all that hangs on a document and means nothing without it, apart from its marks. */
export async function removeWhatHangsOn(read: RecordReader, id: DocumentId): Promise<readonly Change[]> {
  const ofDocument = async (table: RecordTable, field = 'documentId'): Promise<readonly Change[]> =>
    (await read.where(table, field, id)).map((item) => remove(table, item.id))
  const changes = await Promise.all([
    ...TABLES.map((table) => ofDocument(table)),
    ofDocument('documentVersions', 'earlierId'),
    ofDocument('documentVersions', 'laterId'),
  ])
  return changes.flat()
}
