import type { DocumentId } from '@shared/documents/document'
import { storedRow, type StoredRow, type StoredTable, tableOfRows } from '@shared/tables/table-pages'
import { readPageReadings, type TextStores } from '../documents/page-readings'

/** Rows fetched at once: some milliseconds of the thread that asks. */
const AT_ONCE = 500

/**
 * A table of the library as its sheets, headings and rows; null where the document is none, or is not there. A table may have a hundred
 * thousand rows, so they are fetched in pieces.
 * @param progress rows read so far, and in all
 */
export async function readStoredTable(
  stores: TextStores,
  documentId: DocumentId,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<StoredTable | null> {
  const document = await stores.db.get('documents', documentId)
  if (document?.media !== 'csv' && document?.media !== 'xlsx') return null
  // A row whose page is lost is an empty one.
  const rows = Array.from({ length: document.pageCount }, (_, at): StoredRow => ({ row: at + 1, cells: [] }))
  for (let from = 0; from < document.pageCount; from += AT_ONCE) {
    const to = from + AT_ONCE - 1
    const pages = await stores.db.pages.where('[documentId+index]').between([documentId, from], [documentId, to], true, true).toArray()
    const readings = await readPageReadings(stores, documentId, from, to)
    for (const page of pages) rows[page.index] = storedRow(page, readings.get(page.index)?.text ?? '')
    progress(Math.min(to + 1, document.pageCount), document.pageCount)
  }
  return tableOfRows(document, rows)
}
