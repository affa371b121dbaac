import type { DocumentId } from '@shared/documents/document'
import type { Table } from 'dexie'

/** Rows fetched at once: some milliseconds of the thread that asks. */
const AT_ONCE = 100

/**
 * The rows of a document's pages, in the order of the pages, from a table whose key is document and page. Those of thousands of pages are
 * fetched in pieces: taking them over at once is felt.
 * @param from, to page indexes from 0, both included; all pages when left out
 */
export async function rowsOfPages<Row extends { readonly index: number }>(
  table: Table<Row, [string, number]>,
  documentId: DocumentId,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let next = from; ;) {
    const more = await table.where('[documentId+index]').between([documentId, next], [documentId, to], true, true).limit(AT_ONCE).toArray()
    rows.push(...more)
    const last = more.at(-1)
    if (last === undefined || more.length < AT_ONCE || last.index >= to) return rows
    next = last.index + 1
  }
}
