import type { DocumentId } from '@shared/documents/document'
import type { Page, PageText } from '@shared/documents/page'
import { proposeRedactions, type RedactionProposal } from '@shared/redactions/propose-redactions'
import type { Table } from 'dexie'
import type { DerivedDatabase } from '../storage/derived-database'
import { rowsOfPages } from '../storage/rows-of-pages'
import type { FindingsRow } from './page-findings'

/** What is proposed on a page, whatever was decided about it, with what a tally says of the page: so the tally over the library reads this table, and no text or page again. */
export type ProposalsRow = Pick<Page, 'index' | 'label' | 'box'> & {
  readonly documentId: DocumentId
  readonly proposals: readonly RedactionProposal[]
}

export const proposalRows = (derived: DerivedDatabase): Table<ProposalsRow, [string, number]> =>
  derived.rows<ProposalsRow, [string, number]>('pageProposals')

/** What is proposed on the pages of a document. @param from, to page indexes from 0, both included */
export const readProposals = (
  derived: DerivedDatabase,
  documentId: DocumentId,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<readonly ProposalsRow[]> => rowsOfPages(proposalRows(derived), documentId, from, to)

/** The row of a page, none where nothing is proposed on it. */
export function proposalsRow(
  findings: FindingsRow,
  { index, label, box }: Pick<Page, 'index' | 'label' | 'box'>,
  text: PageText,
): readonly ProposalsRow[] {
  const proposals = proposeRedactions(index, text, findings)
  return proposals.length === 0 ? [] : [{ documentId: findings.documentId, index, label, box, proposals }]
}
