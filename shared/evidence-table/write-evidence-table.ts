import Papa from 'papaparse'
import { type Annotation, compareAnnotations } from '../annotations/annotation'
import { placeNumberOf } from '../annotations/place-words'
import type { Claim } from '../claims/claim'
import type { EvidenceLink } from '../claims/evidence-link'
import type { Document } from '../documents/document'

/** The columns that are written. The first six are those that people fill in; the last two make what is read again the same. */
export const EVIDENCE_TABLE_COLUMNS = ['document', 'page', 'quote', 'claim', 'relation', 'note', 'document_sha256', 'passage'] as const

type Records = {
  readonly links: readonly EvidenceLink[]
  readonly claims: readonly Claim[]
  readonly annotations: readonly Annotation[]
  readonly documents: readonly Document[]
}

/** `wordless`: links to marks that quote nothing, which no table of quotations can hold. */
export type WrittenEvidence = { readonly rows: readonly (readonly string[])[]; readonly wordless: number }

/** The evidence of an analysis as rows, in the order of its claims and of the places: one row a segment, and nothing of it altered. */
export function evidenceTableRows({ links, claims, annotations, documents }: Records): WrittenEvidence {
  const byClaim = new Map(claims.map((claim) => [claim.id, claim]))
  const byMark = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const names = new Map(documents.map((document) => [document.id, document.name]))
  const all = links.flatMap((link) => {
    const [claim, mark] = [byClaim.get(link.claimId), byMark.get(link.annotationId)]
    return claim === undefined || mark === undefined ? [] : [{ link, claim, mark }]
  })
  const quoting = all.filter(({ mark }) => mark.segments.every((segment) => segment.quote.trim() !== ''))
  const inOrder = quoting.toSorted(
    (a, b) =>
      a.claim.number.localeCompare(b.claim.number, 'en', { numeric: true }) ||
      (names.get(a.mark.documentId) ?? '').localeCompare(names.get(b.mark.documentId) ?? '', 'en') ||
      compareAnnotations(a.mark, b.mark),
  )
  const rows = inOrder.flatMap(({ link, claim, mark }) =>
    mark.segments.map((segment) => [
      names.get(mark.documentId) ?? mark.documentId,
      String(placeNumberOf(segment)),
      segment.quote,
      claim.number,
      link.relation,
      link.note,
      mark.documentId,
      mark.id,
    ]),
  )
  return { rows, wordless: all.length - quoting.length }
}

/** Rows as CSV (RFC 4180, UTF-8). Cells are never altered: a spreadsheet that is to leave a leading `=` alone takes the workbook. */
export const evidenceTableCsv = (rows: WrittenEvidence['rows']): string =>
  `${Papa.unparse({ fields: [...EVIDENCE_TABLE_COLUMNS], data: rows.map((row) => [...row]) }, { newline: '\r\n', escapeFormulae: false })}\r\n`
