import type { PageText } from '../documents/page'
import type { Outcome } from '../errors/outcome'

/** A bundle's files, wherever they lie. Paths are relative to the bundle's folder, with `/`. */
export type BundleFiles = {
  /** Every file of the folder, hidden ones too, with its length in bytes. */
  readonly list: readonly { readonly path: string; readonly bytes: number }[]
  /** The whole of a small file. */
  read(path: string): Promise<Uint8Array>
  /** A file in pieces. */
  stream(path: string): AsyncIterable<Uint8Array>
}

/** An exhibit opened to read the text of its pages. */
export type OpenedExhibit = {
  readonly pageCount: number
  /** @param index page from 0 */
  readPage(index: number): Promise<PageText>
  close(): Promise<void>
  /** Of a table: the text of a row as its sheet counts it; undefined where the file has none. Absent for a PDF. */
  readonly readRow?: (sheet: string | null, row: number) => string | undefined
}

/** Opens an exhibit of the bundle by its path; trouble when it can't be read or needs a password. */
export type OpenExhibit = (path: string) => Promise<Outcome<OpenedExhibit>>

/** One line of the result. */
export type Check = {
  /** A stable name: `bag`, `tags`, `custody`, `records`, `exhibits`, `pictures`, `composition`, `paper` (where there is a PDF), `verifier`, `stamps`, `quotations`. */
  readonly name: string
  readonly ok: boolean
  /** What was checked, or what is wrong, in one or two sentences. */
  readonly what: string
  /** What a check that passed could not look at, to be said with the verdict. */
  readonly aside?: string
  /** Of `quotations`: what was found of each row of the tables, in their order. */
  readonly quotations?: readonly QuotationResult[]
}

/** What was found of one quotation. */
export type QuotationResult = {
  /** The table and the row in it, as a spreadsheet counts (the header is row 1). */
  readonly table: string
  readonly row: number
  /** The claim, or the number of the citation where there is none. */
  readonly cited: string
  readonly quote: string
  readonly exhibit: string
  /** The file page from 1, or the row of a table. */
  readonly page: number
  /** `not-looked-for`: stated as unverified or to be compared by eye, or in a document that is kept out. */
  readonly result: 'verified' | 'failed' | 'not-looked-for'
  /** Why it failed or was not looked for; empty for what is verified without more to say. */
  readonly why: string
}

/** A few of many, for a sentence. */
export const someOf = (items: readonly string[], most = 3): string =>
  `${items.slice(0, most).join(', ')}${items.length > most ? ` and ${items.length - most} more` : ''}`
