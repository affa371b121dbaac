import Papa from 'papaparse'
import type { PassageOf } from '../purchases/purchases-csv'
import { precisionOf } from '../units/date-span'
import type { ChronologyLine } from './derived-events'

const FIELDS = [
  'date',
  'precision',
  'until',
  'kind',
  'title',
  'note',
  'origin',
  'quotes',
  'places',
  'documents_sha256',
  'standings',
  'purchase',
  'event',
  'author',
  'written',
] as const

/** The chronology as CSV (RFC 4180, UTF-8), a line each. Dates are written as far as they are known. */
export function chronologyCsv(lines: readonly ChronologyLine[], passageOf: PassageOf): string {
  const data = lines.map((line) => {
    const passages = line.annotationIds.flatMap((id) => passageOf(id) ?? [])
    const { origin } = line
    const event = origin.from === 'event' ? origin.event : null
    return [
      line.date,
      precisionOf(line.date),
      line.until ?? '',
      line.kind,
      line.title,
      line.note,
      event === null ? `derived from the ${origin.from}` : 'event',
      passages.map(({ quote }) => quote).join(' | '),
      passages.map(({ exhibit, document, page }) => `${exhibit === '' ? document : `${exhibit} ${document}`}, page ${page}`).join('; '),
      [...new Set(passages.map(({ sha256 }) => sha256))].join('; '),
      passages.map(({ standing }) => standing).join('; '),
      origin.from === 'purchase' ? origin.purchaseId : (event?.purchaseId ?? ''),
      event?.id ?? '',
      event?.author ?? '',
      event?.createdAt ?? '',
    ]
  })
  return `${Papa.unparse({ fields: [...FIELDS], data }, { newline: '\r\n', escapeFormulae: false })}\r\n`
}
