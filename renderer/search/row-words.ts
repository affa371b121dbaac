import type { Claim } from '@shared/claims/claim'
import type { Document, DocumentId } from '@shared/documents/document'
import { cellWords } from '@shared/tables/cells'
import { pageIndex, pageNumberOf } from '@shared/units/pages'
import type { FoundRow } from './engine/found'

export type Names = { readonly documents: ReadonlyMap<DocumentId, Document>; readonly claims: ReadonlyMap<string, Claim> }

const KIND_WORDS: Readonly<Record<FoundRow['kind'], string>> = {
  page: 'page',
  quotation: 'mark',
  comment: 'comment on a mark',
  'link-note': 'note on a link',
  'search-note': 'search note',
  claim: 'claim',
}

/**
 * What is said of a row above its snippet.
 * @param tableRow where it stands in a table; null or left out for a page
 */
export function rowWords(
  row: FoundRow,
  { documents, claims }: Names,
  tableRow?: { readonly sheet: string | null; readonly row: number } | null,
): { readonly title: string; readonly place: string; readonly kind: string } {
  const kind = KIND_WORDS[row.kind]
  const page =
    row.page === null
      ? ''
      : tableRow
        ? cellWords({ ...tableRow, column: null, heading: null })
        : `page ${pageNumberOf(pageIndex(row.page))}`
  if (row.documentId !== null) return { title: documents.get(row.documentId)?.name ?? 'A document', place: page, kind }
  if (row.kind === 'claim') return { title: claims.get(row.recordId ?? '')?.number ?? 'A claim', place: '', kind }
  return { title: row.kind === 'search-note' ? 'Search note' : 'Evidence link', place: '', kind }
}
