import { type AnchoredQuotation, anchorOnPage } from '../anchoring/anchor-quotation'
import type { AnchorState } from '../annotations/segment'
import type { Document } from '../documents/document'
import type { ReadablePage } from '../documents/page-reading'
import { type PageIndex, pageIndexOf } from '../units/pages'
import type { EvidenceRow } from './evidence-table'

const RANK: Readonly<Record<AnchorState, number>> = { exact: 3, moved: 2, approximate: 1, lost: 0 }

/**
 * Finds a row's quotation in the embedded text, and where it does not stand there as it is, in the recognised text of the document's
 * pictures. Of two equal finds the embedded one is taken.
 * @param recognised gives pages with their recognised text where there is one; null where no page was recognised
 */
export function anchorRowInTexts(row: EvidenceRow, document: Document, embedded: PageOf, recognised: PageOf | null): AnchoredQuotation {
  const anchor = (pageOf: PageOf): AnchoredQuotation => anchorOnPage({ quote: row.quote }, pageIndexOf(row.page), document, pageOf)
  const first = anchor(embedded)
  if (first.state === 'exact' || recognised === null) return first
  const second = anchor(recognised)
  return RANK[second.state] > RANK[first.state] || (first.state === 'lost' && second.state === 'lost') ? second : first
}

type PageOf = (index: PageIndex) => ReadablePage | undefined
