import { EVERYTHING, type SearchQuery, searchQuerySchema } from './search-query'

const LISTS = { kinds: 'in', documentIds: 'doc', authors: 'by', triggers: 'why', textOrigins: 'text' } as const

/** A search as the query of an address: only what differs from a search of everything. */
export function addressOfQuery(query: SearchQuery): string {
  const address = new URLSearchParams()
  if (query.words !== '') address.set('q', query.words)
  if (query.fuzzy) address.set('near', '1')
  for (const [field, name] of Object.entries(LISTS)) for (const value of query[field as keyof typeof LISTS]) address.append(name, value)
  if (query.fromDate !== null) address.set('from', query.fromDate)
  if (query.toDate !== null) address.set('to', query.toDate)
  return address.toString()
}

/** The search that an address names. Parts that name nothing are left out: an address may come from elsewhere. */
export function queryOfAddress(address: string): SearchQuery {
  const from = new URLSearchParams(address)
  const wanted: Record<string, unknown> = {
    words: from.get('q') ?? '',
    fuzzy: from.get('near') === '1',
    fromDate: from.get('from'),
    toDate: from.get('to'),
  }
  for (const [field, name] of Object.entries(LISTS)) wanted[field] = from.getAll(name)
  const shape = searchQuerySchema.unwrap().shape
  const fields = Object.entries(shape).map(([field, schema]) => {
    const parsed = schema.safeParse(wanted[field])
    return [field, parsed.success ? parsed.data : EVERYTHING[field as keyof SearchQuery]]
  })
  return searchQuerySchema.parse(Object.fromEntries(fields))
}
