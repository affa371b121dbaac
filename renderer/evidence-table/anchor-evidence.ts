import type { AnchoredQuotation } from '@shared/anchoring/anchor-quotation'
import { type Document, isTable } from '@shared/documents/document'
import { anchorRowInTexts } from '@shared/evidence-table/anchor-row'
import { anchorTableRow } from '@shared/evidence-table/anchor-table-row'
import type { EvidenceRow } from '@shared/evidence-table/evidence-table'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import { checkHeldWords } from '../dossier/held-words'
import { heldRangesOf } from '../redactions/held-ranges'
import type { TextPiece } from '../whole-texts/text-jobs'

/** Anchors rows of an evidence table in a document that was examined; null for a row whose mark would repeat words that are held back. */
export async function* anchorEvidence(stores: TextStores, document: Document, rows: readonly EvidenceRow[]): AsyncGenerator<TextPiece<AnchoredQuotation | null>> {
  const isRecognised = (await stores.db.rows('recognitions').where('documentId').equals(document.id).count()) > 0
  const held = await heldRangesOf(stores, document.id, 0, Number.MAX_SAFE_INTEGER)
  const withheld = [...held.values()].some((ranges) => ranges.length > 0)
  const embedded = await readReadablePages(stores, document.id, 'embedded')
  const recognised = isRecognised ? await readReadablePages(stores, document.id, 'ocr') : null
  for (const [at, row] of rows.entries()) {
    const place = isTable(document) ? anchorTableRow(row, document, embedded) : anchorRowInTexts(row, document, (index) => embedded.get(index), recognised && ((index) => recognised.get(index)))
    const repeats = !isTable(document) && withheld && !(await checkHeldWords(stores, place.segments)).ok
    yield { answers: [repeats ? null : place], done: at + 1 }
  }
}
