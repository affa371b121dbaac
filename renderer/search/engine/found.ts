import type { DocumentId } from '@shared/documents/document'
import type { ReadableOrigin } from '@shared/documents/readable-origin'
import type { SearchQuery } from '@shared/searches/search-query'
import type { Snippet } from '@shared/searches/snippet'

/** What an entry of the index is the text of. */
export const ENTRY_KINDS = ['page', 'quotation', 'comment', 'link-note', 'search-note', 'claim'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** Which entries belong to each kind of `SearchQuery`. */
export const ENTRIES_OF_KIND: Readonly<Record<SearchQuery['kinds'][number], readonly EntryKind[]>> = {
  page: ['page'],
  mark: ['quotation'],
  note: ['comment', 'link-note', 'search-note'],
  claim: ['claim'],
}

/** Where an entry comes from: a page of a document, or a record (a mark stands in a document too). */
export type EntrySource = {
  readonly kind: EntryKind
  readonly documentId: DocumentId | null
  /** Index of the page, from 0: for a mark the page it begins on. */
  readonly page: number | null
  readonly recordId: string | null
  readonly origin: ReadableOrigin | null
}

/** Something found, with a piece of its text. `hits` counts the places in the whole of it. */
export type FoundRow = EntrySource & { readonly entry: number; readonly snippet: Snippet; readonly hits: number }

/** The answer to a search: how many entries there are, and the best of them. */
export type Found = {
  readonly total: number
  readonly rows: readonly FoundRow[]
  /** The query, as asked of the index: near words stand beside those that were written. Fit for an address. */
  readonly asked: string
  /** Words that were added because they differ by a letter or two. */
  readonly added: readonly string[]
  /** How many of the entries were ranked; the rest follow in the order of the library. */
  readonly ranked: number
}

/** How what was found spreads over the library. */
export type Tally = {
  readonly documents: readonly { readonly documentId: DocumentId; readonly entries: number }[]
  readonly kinds: Readonly<Record<SearchQuery['kinds'][number], number>>
}

export type FoundOrder = 'best' | 'document'

/** No list is longer: whoever has more hits narrows the search. */
export const LISTED = 10_000
