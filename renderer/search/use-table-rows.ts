import { isTable } from '@shared/documents/document'
import { rowOfPage } from '@shared/tables/table-pages'
import { useLiveQuery } from 'dexie-react-hooks'
import { useWorkbench } from '../workbench/workbench'
import type { FoundRow } from './engine/found'
import type { Names } from './row-words'

type TableRows = ReadonlyMap<string, ReturnType<typeof rowOfPage>>
export const tableRowKey = ({ documentId, page }: Pick<FoundRow, 'documentId' | 'page'>): string => `${documentId} ${page}`

/** Which rows of tables some of what was found stands in, by `tableRowKey`; pages of PDFs are not in it. */
export function useTableRows(rows: readonly (FoundRow | undefined)[], { documents }: Names): TableRows | undefined {
  const { db } = useWorkbench()
  const wanted = rows.flatMap((row) => {
    const document = row?.documentId == null ? undefined : documents.get(row.documentId)
    return row?.documentId == null || row.page === null || document === undefined || !isTable(document) ? [] : [[row.documentId, row.page] as const]
  })
  const key = wanted.map(([documentId, page]) => `${documentId} ${page}`).join()
  return useLiveQuery(
    async () => new Map((await db.pages.bulkGet(wanted.map(([documentId, page]): [string, number] => [documentId, page]))).flatMap((page) => (page === undefined ? [] : [[tableRowKey({ documentId: page.documentId, page: page.index }), rowOfPage(page)] as const]))),
    [db, key],
  )
}
