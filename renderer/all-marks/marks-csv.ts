import { ANNOTATION_KIND_WORDS } from '@shared/annotations/annotation'
import { placeNumberOf } from '@shared/annotations/place-words'
import { sheetAndColumn } from '@shared/tables/cells'
import Papa from 'papaparse'
import { authorOf, type MarkRow } from './mark-rows'

const FIELDS = [
  'quote',
  'document',
  'document_sha256',
  'page',
  'label',
  'stamp',
  'state',
  'confirmed_by',
  'confirmed_at',
  'text_origin',
  'kind',
  'claims',
  'relations',
  'notes',
  'tags',
  'comment',
  'exemption_codes',
  'author',
  'date',
  'segment',
  'segments',
  'annotation',
]

/** Marks as CSV (RFC 4180, UTF-8), one line a passage. As in a dossier's tables, cells are never altered. */
export function marksCsv(rows: readonly MarkRow[]): string {
  const data = rows.flatMap(({ annotation, document, links, claims }) =>
    annotation.segments.map((segment, at) => [
      segment.quote,
      document?.name ?? '',
      segment.documentId,
      placeNumberOf(segment),
      segment.cell === undefined ? (segment.label ?? '') : sheetAndColumn(segment.cell),
      segment.stamp ?? '',
      segment.state,
      annotation.confirmed?.by ?? '',
      annotation.confirmed?.at ?? '',
      segment.textOrigin,
      ANNOTATION_KIND_WORDS[annotation.kind],
      claims.join('; '),
      [...new Set(links.map((link) => link.relation))].join('; '),
      links
        .map((link) => link.note)
        .filter((note) => note !== '')
        .join('; '),
      annotation.tags.join('; '),
      annotation.comment,
      annotation.exemptionCodes.join('; '),
      authorOf(annotation),
      annotation.createdAt,
      at + 1,
      annotation.segments.length,
      annotation.id,
    ]),
  )
  return `${Papa.unparse({ fields: FIELDS, data }, { newline: '\r\n', escapeFormulae: false })}\r\n`
}
