import type { DocumentId } from '@shared/documents/document'
import type { StoredSheet, StoredTable } from '@shared/tables/table-pages'
import type { TextStores } from '../documents/page-readings'
import { readStoredTable } from '../tables/read-table'

/** The tables read last, by hash: their bytes never change, and every look at the matrix asks for them. */
const kept = new Map<DocumentId, Promise<StoredTable | null>>()
const MOST = 4

/** The sheet of a stored table; the first where none is named, null where the table is not in the library or has no such sheet. */
export async function readInventory(stores: TextStores, documentId: DocumentId, sheet: string | null): Promise<StoredSheet | null> {
  const before = kept.get(documentId)
  const reading = before ?? readStoredTable(stores, documentId)
  kept.delete(documentId)
  kept.set(documentId, reading)
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST))) kept.delete(oldest)
  const table = await reading
  if (table === null) kept.delete(documentId)
  return (sheet === null ? table?.sheets[0] : table?.sheets.find((one) => one.name === sheet)) ?? null
}
