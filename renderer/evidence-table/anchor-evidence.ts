import type { AnchoredQuotation } from '@shared/anchoring/anchor-quotation'
import type { Document } from '@shared/documents/document'
import type { EvidenceRow } from '@shared/evidence-table/evidence-table'
import type { TextStores } from '../documents/page-readings'
import type { TextPiece } from '../whole-texts/text-jobs'
import { anchorer } from './anchor-rows'

/** Anchors rows of an evidence table in a document that was examined; null for a row whose mark would repeat words that are held back. */
export async function* anchorEvidence(
  stores: TextStores,
  document: Document,
  rows: readonly EvidenceRow[],
): AsyncGenerator<TextPiece<AnchoredQuotation | null>> {
  const anchored = anchorer(stores, async () => undefined)
  for (const [at, row] of rows.entries()) yield { answers: [await anchored(row, document)], done: at + 1 }
}
