import { type Outcome, ok } from '../errors/outcome'
import { readTable } from '../tables/read-table'
import type { TableMedia } from '../tables/table'
import { pagesOfTable, rowText } from '../tables/table-pages'
import type { OpenedExhibit } from './bundle-files'

/** Which table an exhibit is, by its ending; null for a PDF. */
export const tableMediaOf = (path: string): TableMedia | null => (path.endsWith('.csv') ? 'csv' : path.endsWith('.xlsx') ? 'xlsx' : null)

/** Opens a table of a bundle with the reader that import uses. */
export async function openTableExhibit(bytes: Uint8Array, media: TableMedia, path: string): Promise<Outcome<OpenedExhibit>> {
  const table = await readTable(bytes, media, path)
  if (!table.ok) return table
  const sheets = new Map(
    table.value.sheets.map(({ name, rows }) => [name, new Map(rows.map(({ number, cells }) => [number, rowText(cells)]))]),
  )
  const texts = [...pagesOfTable(table.value)].map((page) => page.text)
  return ok({
    pageCount: texts.length,
    readPage: async (index) => texts[index] ?? { text: '', runs: [] },
    close: async () => undefined,
    readRow: (sheet, row) => sheets.get(sheet)?.get(row),
  })
}
