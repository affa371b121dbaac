import type { SearchQuery } from './search-query'

/** A search as a person would say it, with what it was narrowed to: for the record of a search. */
export function queryWords(query: SearchQuery): string {
  const narrowed = [
    query.fuzzy ? 'near spellings too' : null,
    query.textOrigins.length === 1 ? (query.textOrigins[0] === 'ocr' ? 'recognised text only' : 'embedded text only') : null,
    query.authors.length > 0 ? `released by: ${query.authors.join(', ')}` : null,
    query.triggers.length > 0 ? `came out: ${query.triggers.join(', ')}` : null,
    query.fromDate === null ? null : `from ${query.fromDate}`,
    query.toDate === null ? null : `to ${query.toDate}`,
  ].filter((part) => part !== null)
  return narrowed.length === 0 ? query.words : `${query.words} (${narrowed.join('; ')})`
}
