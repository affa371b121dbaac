import type { ClaimId } from '@shared/claims/claim'
import type { Disclosure } from '@shared/documents/disclosure-standing'
import { type Document, isTable } from '@shared/documents/document'

/** What can be read from a document. */
export type Readability = 'text' | 'picture' | 'part text' | 'empty' | 'needs password' | 'unreadable'

/** A document as a line of the library. */
export type LibraryRow = {
  readonly document: Document
  readonly readability: Readability
  /** Pages whose text was recognised. */
  readonly recognised: number
  /** Words that the present version of pdf.js reads otherwise, about which nobody has decided. */
  readonly otherwise: number
  readonly marks: number
  readonly claims: readonly ClaimId[]
  readonly disclosure: Disclosure
}

/** How far a document can be read, for the column of that name. */
export function readabilityOf(document: Document): Readability {
  if (document.status === 'needs-password') return 'needs password'
  if (document.status === 'unreadable') return 'unreadable'
  if (document.pagesWithText === document.pageCount && document.pageCount > 0) return 'text'
  if (document.pagesWithText > 0) return 'part text'
  return document.pagesImageOnly > 0 ? 'picture' : 'empty'
}

/** What the library can be narrowed to, in words. */
export const FILTERS = {
  all: 'All documents',
  marked: 'With marks',
  unmarked: 'Without marks',
  'without-text': 'With pages without text',
  unreadable: 'Not readable yet',
  'no-disclosure': 'Disclosure not recorded',
  'read-otherwise': 'Read differently by a new version',
} as const
export type Filter = keyof typeof FILTERS

const PASSES: Readonly<Record<Filter, (row: LibraryRow) => boolean>> = {
  all: () => true,
  marked: (row) => row.marks > 0,
  unmarked: (row) => row.marks === 0,
  'without-text': (row) => row.document.status === 'ready' && !isTable(row.document) && row.document.pagesWithText < row.document.pageCount,
  unreadable: (row) => row.document.status !== 'ready',
  'no-disclosure': (row) => row.disclosure === 'not recorded',
  'read-otherwise': (row) => row.otherwise > 0,
}

/** The columns that the library can be sorted by. */
export const SORTS = ['name', 'pages', 'readability', 'marks', 'claims', 'disclosure', 'imported', 'bytes'] as const
export type SortKey = (typeof SORTS)[number]
export type Order = { readonly by: SortKey; readonly down: boolean }

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const COMPARE: Readonly<Record<SortKey, (a: LibraryRow, b: LibraryRow) => number>> = {
  name: (a, b) => names.compare(a.document.name, b.document.name),
  pages: (a, b) => a.document.pageCount - b.document.pageCount,
  readability: (a, b) => a.readability.localeCompare(b.readability),
  marks: (a, b) => a.marks - b.marks,
  claims: (a, b) => a.claims.length - b.claims.length,
  disclosure: (a, b) => a.disclosure.localeCompare(b.disclosure),
  imported: (a, b) => a.document.importedAt.localeCompare(b.document.importedAt),
  bytes: (a, b) => a.document.bytes - b.document.bytes,
}

/** The lines that pass a filter and hold the words (in the name, or the beginning of the SHA-256), in order; equal ones by name. */
export function arrange(rows: readonly LibraryRow[], words: string, filter: Filter, order: Order): readonly LibraryRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const compare = COMPARE[order.by]
  return rows
    .filter(
      (row) =>
        PASSES[filter](row) && wanted.every((word) => row.document.name.toLowerCase().includes(word) || row.document.id.startsWith(word)),
    )
    .sort((a, b) => (order.down ? compare(b, a) : compare(a, b)) || COMPARE.name(a, b))
}
