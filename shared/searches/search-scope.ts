import type { DisclosureEvent } from '../documents/disclosure-event'
import type { DocumentId } from '../documents/document'
import type { PartialDate } from '../units/time'
import type { SearchQuery } from './search-query'

type Narrowed = Pick<SearchQuery, 'documentIds' | 'authors' | 'triggers' | 'fromDate' | 'toDate'>

/** The documents to which a search is narrowed, by name or by how they came out; null where it is not. One event must satisfy all that is asked. */
export function documentsInScope(query: Narrowed, events: readonly DisclosureEvent[]): readonly DocumentId[] | null {
  const { documentIds, authors, triggers, fromDate, toDate } = query
  const byChannel = authors.length > 0 || triggers.length > 0 || fromDate !== null || toDate !== null
  if (!byChannel) return documentIds.length === 0 ? null : documentIds
  const came = new Set(
    events
      .filter(
        ({ author, trigger, date }) =>
          (authors.length === 0 || authors.includes(author)) &&
          (triggers.length === 0 || triggers.includes(trigger)) &&
          (fromDate === null || (date !== null && latest(date) >= earliest(fromDate))) &&
          (toDate === null || (date !== null && earliest(date) <= latest(toDate))),
      )
      .map(({ documentId }) => documentId),
  )
  return documentIds.length === 0 ? [...came] : documentIds.filter((id) => came.has(id))
}

/** The first and the last day that a date known in part can mean. */
const earliest = (date: PartialDate): string => date + '-01-01'.slice(date.length - 4)
const latest = (date: PartialDate): string => date + '-12-31'.slice(date.length - 4)
