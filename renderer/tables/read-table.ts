import type { DocumentId } from '@shared/documents/document'
import { type StoredTable, tableOfPages } from '@shared/tables/table-pages'
import { readPageReadings, type TextStores } from '../documents/page-readings'

/** A table of the library as its sheets, headings and rows; null where the document is none, or is not there. */
export async function readStoredTable(stores: TextStores, documentId: DocumentId): Promise<StoredTable | null> {
  const document = await stores.db.get('documents', documentId)
  if (document?.media !== 'csv' && document?.media !== 'xlsx') return null
  const [pages, readings] = await Promise.all([stores.db.pages.where('documentId').equals(documentId).sortBy('index'), readPageReadings(stores, documentId)])
  return tableOfPages(document, pages, pages.map(({ index }) => readings.get(index)?.text ?? ''))
}
