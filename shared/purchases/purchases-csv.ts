import Papa from 'papaparse'
import type { AnnotationId } from '../annotations/annotation'
import { decimal } from './amount'
import { conflictingFigures } from './figures'
import { type Purchase, STAGE_WORDS } from './purchase'
import { numberWords } from './purchase-number'

/** A passage as a table names it. */
export type PassageCells = {
  readonly quote: string
  readonly document: string
  readonly sha256: string
  readonly page: number
  readonly exhibit: string
  readonly standing: string
}
export type PassageOf = (id: AnnotationId) => PassageCells | null

const FIELDS = [
  'purchase',
  'vendor',
  'product',
  'identifier',
  'identifier_reads',
  'agency',
  'stage',
  'date',
  'from',
  'until',
  'note',
  'shown_by',
  'kind',
  'amount',
  'currency',
  'printed',
  'amount_date',
  'conflicts',
  'amount_note',
  'quote',
  'document',
  'document_sha256',
  'page',
  'exhibit',
  'standing',
  'figure',
  'author',
  'written',
] as const

const placeWords = (passage: PassageCells): string =>
  `${passage.exhibit === '' ? passage.document : `${passage.exhibit} ${passage.document}`}, page ${passage.page}`

/** Purchases as CSV (RFC 4180, UTF-8): one line an amount, and one for a purchase without any. As in all tables of Vouch, cells are never altered. */
export function purchasesCsv(purchases: readonly Purchase[], passageOf: PassageOf): string {
  const data = purchases.flatMap((purchase) => {
    const conflicts = new Set(conflictingFigures(purchase))
    const shown = purchase.annotationIds.flatMap((id) => {
      const passage = passageOf(id)
      return passage === null ? [] : [placeWords(passage)]
    })
    const before = [
      purchase.id,
      purchase.vendor,
      purchase.product,
      purchase.identifier,
      numberWords(purchase.identifier),
      purchase.agency,
      STAGE_WORDS[purchase.stage],
      purchase.date ?? '',
      purchase.from ?? '',
      purchase.until ?? '',
      purchase.note,
      shown.join('; '),
    ]
    const after = [purchase.author, purchase.createdAt]
    if (purchase.figures.length === 0) return [[...before, ...FIELDS.slice(12, 26).map(() => ''), ...after]]
    return purchase.figures.map((figure) => {
      const passage = figure.annotationId === null ? null : passageOf(figure.annotationId)
      return [
        ...before,
        figure.kind,
        decimal(figure.cents),
        figure.currency,
        figure.printed,
        figure.date ?? '',
        conflicts.has(figure) ? 'yes' : '',
        figure.note,
        passage?.quote ?? '',
        passage?.document ?? '',
        passage?.sha256 ?? '',
        passage?.page ?? '',
        passage?.exhibit ?? '',
        passage?.standing ?? '',
        figure.id,
        ...after,
      ]
    })
  })
  return `${Papa.unparse({ fields: [...FIELDS], data }, { newline: '\r\n', escapeFormulae: false })}\r\n`
}
