import type { AnchoredQuotation } from '../anchoring/anchor-quotation'
import { findQuotation } from '../anchoring/find-quotation'
import { makeSegment, partsOfPage } from '../anchoring/make-segment'
import type { Document } from '../documents/document'
import type { ReadablePage } from '../documents/page-reading'
import { rowOfPage } from '../tables/table-pages'
import { pageIndex } from '../units/pages'
import type { EvidenceRow } from './evidence-table'

/** Finds the quotation of a row in a table, where its page is the number of a row as the sheet counts it: in whichever sheet holds the words there, and nowhere else. */
export function anchorTableRow(
  row: Pick<EvidenceRow, 'page' | 'quote'>,
  document: Document,
  pages: ReadonlyMap<number, ReadablePage>,
): AnchoredQuotation {
  const named = [...pages.values()].filter(({ page }) => rowOfPage(page)?.row === row.page)
  for (const page of named) {
    const found = findQuotation(page.text, { quote: row.quote })
    if (found.how === 'exact' || found.how === 'moved')
      return {
        state: 'exact',
        segments: [
          { ...makeSegment({ documentId: document.id, ...partsOfPage(page), ranges: found.ranges, state: 'exact' }), quote: found.quote },
        ],
      }
  }
  const [first] = named
  const cell = { sheet: first === undefined ? null : (rowOfPage(first.page)?.sheet ?? null), row: row.page, column: null, heading: null }
  const place = {
    pageIndex: first?.page.index ?? pageIndex(0),
    label: first?.page.label ?? null,
    stamp: null,
    pageBox: [0, 0, 0, 0] as const,
    rotation: 0 as const,
  }
  return {
    state: 'lost',
    segments: [
      {
        documentId: document.id,
        ...place,
        quads: [],
        ranges: [],
        quote: row.quote,
        prefix: '',
        suffix: '',
        textOrigin: 'embedded',
        extractor: document.extractor,
        state: 'lost',
        cell,
      },
    ],
  }
}
