import type { DocumentId } from '@shared/documents/document'
import type { PageFindings } from '@shared/redactions/page-findings'
import type { Table } from 'dexie'
import type { DerivedDatabase } from '../storage/derived-database'
import type { DocumentStep } from '../storage/document-steps'
import { rowsOfPages } from '../storage/rows-of-pages'

/** What was seen on a page, as it is kept. `form` is that of the examination. */
export type FindingsRow = PageFindings & {
  readonly documentId: DocumentId
  readonly index: number
  readonly form: number
  /** Whether the page could not be looked at: nothing is known of it then. */
  readonly failedToLook: boolean
  /** How many runs its stored text has, for whoever fetches that; unknown of pages that were looked at before this was noted. */
  readonly runs?: number
}

/** The step in `derived.steps` that says a document was examined; a higher form examines all documents again. */
export const EXAMINED: DocumentStep = { step: 'examined', form: 2 }

export const findingsOf = (derived: DerivedDatabase): Table<FindingsRow, [string, number]> =>
  derived.rows<FindingsRow, [string, number]>('pageFindings')

/** The findings on pages of a document. @param from, to page indexes from 0, both included */
export const readFindings = (
  derived: DerivedDatabase,
  documentId: DocumentId,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<readonly FindingsRow[]> => rowsOfPages(findingsOf(derived), documentId, from, to)

/** The row of a page that could not be looked at. */
export const notSeen = (documentId: DocumentId, index: number): FindingsRow => ({
  documentId,
  index,
  form: EXAMINED.form,
  boxes: [],
  failed: [],
  failedToLook: true,
})
