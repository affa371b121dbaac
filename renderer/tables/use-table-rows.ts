import { shortPlaceOf } from '@shared/annotations/place-words'
import { type Document, type DocumentId, isTable } from '@shared/documents/document'
import { rowOfPage } from '@shared/tables/table-pages'
import type { PageIndex } from '@shared/units/pages'
import { useLiveQuery } from 'dexie-react-hooks'
import { useWorkbench } from '../workbench/workbench'

/** A page of a document, by its index; null where there is none. */
type Place = { readonly documentId: DocumentId | null; readonly page: number | null }

type TableRows = ReadonlyMap<string, ReturnType<typeof rowOfPage>>
export const tableRowKey = ({ documentId, page }: Place): string => `${documentId} ${page}`

/** Which rows of tables some pages are, by `tableRowKey`; pages of PDFs are not in it. */
export function useTableRows(places: readonly (Place | undefined)[], documents: ReadonlyMap<DocumentId, Document>): TableRows | undefined {
  const { db } = useWorkbench()
  const wanted = places.flatMap((place) => {
    const document = place?.documentId == null ? undefined : documents.get(place.documentId)
    return place?.documentId == null || place.page === null || document === undefined || !isTable(document)
      ? []
      : [[place.documentId, place.page] as const]
  })
  const key = wanted.map(([documentId, page]) => `${documentId} ${page}`).join()
  return useLiveQuery(
    async () =>
      new Map(
        (await db.pages.bulkGet(wanted.map(([documentId, page]): [string, number] => [documentId, page]))).flatMap((page) =>
          page === undefined ? [] : [[tableRowKey({ documentId: page.documentId, page: page.index }), rowOfPage(page)] as const],
        ),
      ),
    [db, key],
  )
}

/** Where a page stands in its file, shortly: `p. 3`, or `row 12` in a table. */
export function shortPlaceIn(rows: TableRows | undefined, documentId: DocumentId, page: PageIndex): string {
  const cell = rows?.get(tableRowKey({ documentId, page }))
  return shortPlaceOf({ pageIndex: page, ...(cell ? { cell: { ...cell, column: null, heading: null } } : {}) })
}
