import type { DocumentId } from '@shared/documents/document'
import type { PageText } from '@shared/documents/page'
import { proposeRedactions, type RedactionProposal } from '@shared/redactions/propose-redactions'
import type { Table } from 'dexie'
import type { DerivedDatabase } from '../storage/derived-database'
import type { FindingsRow } from './page-findings'

/** What is proposed on a page, whatever was decided about it: kept, so that the tally over the library need not read every text again. */
export type ProposalsRow = { readonly documentId: DocumentId; readonly index: number; readonly proposals: readonly RedactionProposal[] }

export const proposalRows = (derived: DerivedDatabase): Table<ProposalsRow, [string, number]> => derived.rows<ProposalsRow, [string, number]>('pageProposals')

/** The row of a page, none where nothing is proposed on it. */
export function proposalsRow(findings: FindingsRow, text: PageText): readonly ProposalsRow[] {
  const proposals = proposeRedactions(findings.index, text, findings)
  return proposals.length === 0 ? [] : [{ documentId: findings.documentId, index: findings.index, proposals }]
}
