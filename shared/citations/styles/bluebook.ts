import type { CitationStyle } from '../citation-style'
import type { CitedRecord } from '../cited-record'
import {
  byline,
  capitalised,
  designation,
  docket,
  fileName,
  fromTo,
  held,
  identity,
  isReported,
  nounOf,
  otherPublisher,
  present,
  shortDate,
} from '../parts'
import { type Pin, pinsBriefly } from '../pins'
import { italic, joined, type Part, run, sentence } from '../words'

/**
 * Like The Bluebook (21st edition), without the abbreviations of its tables other than months, and without small capitals: contracts and unpublished
 * records by rule 17.2.1, letters 17.2.3, reports 15, opinions 10 and court documents B17, press 16.6, web and data 18.2. The page of the file stands beside the printed one.
 */
export const bluebook: CitationStyle = {
  label: 'Bluebook-like',
  full(record, pins) {
    const at = pinWords(record, pins)
    const { facts, url, kind } = record
    const where = kind === 'press' || kind === 'web' ? [] : present(held(record, shortDate))
    const seen = record.date === null || kind === 'inventory' || kind === 'award-record' ? shortDate(facts.accessed) : null
    return sentence(
      joined(', ', [
        run(
          joined(', ', [...lead(record), at]),
          kind === 'web' && seen !== null && url !== null ? null : ` (${day(record)})`,
          where.length === 0 ? null : ` (${where.join(', ')})`,
          url === null && record.file !== null ? ' (on file with author)' : null,
        ),
        url === null ? null : `${url}${seen === null ? '' : ` (last visited ${seen})`}`,
        facts.archivedCopy === null ? null : `archived at ${facts.archivedCopy}`,
      ]),
    )
  },
  short: (record, pins) =>
    sentence(joined(', ', [name(record), record.kind === 'opinion' ? (docket(record)[0] ?? null) : null, pinWords(record, pins)])),
}

const pinWords = (record: CitedRecord, pins: readonly Pin[]): string | null => {
  const words = pinsBriefly(pins, { page: '', pages: '', stamp: '', open: '(', close: ')' })
  return words === null || isReported(record) ? words : `at ${words}`
}

const author = (record: CitedRecord): string | null => (record.authors.length === 0 ? null : byline(record, 2, '&'))

/** Court and day of an opinion, the day of anything else. */
const day = (record: CitedRecord): string => {
  const date = shortDate(record.date) ?? 'n.d.'
  return record.kind === 'opinion' && record.facts.agency !== null ? `${record.facts.agency} ${date}` : date
}

/** All that comes before the page. */
function lead(record: CitedRecord): readonly Part[] {
  const { title, kind, facts } = record
  const numbered = title === null ? null : designation(record, capitalised)
  const file = title === null ? null : fileName(record)
  switch (kind) {
    case 'letter':
      return [name(record), title, fileName(record)]
    case 'inventory':
      return [
        byline(record, 2, '&'),
        name(record),
        numbered,
        facts.version === null ? null : `version ${facts.version}`,
        otherPublisher(record),
        file,
      ]
    case 'report':
      return [byline(record, 2, '&'), numbered, name(record), otherPublisher(record), file]
    case 'opinion':
      return [name(record), ...docket(record), file]
    case 'press':
      return [author(record), name(record), facts.container ?? record.publisher, file]
    case 'web':
      return [byline(record, 2, '&'), name(record), facts.container ?? otherPublisher(record), file]
    default: {
      const what = identity(record, capitalised)
      const named = [author(record), title, what]
      return [
        ...(named.every((part) => part === null) && fileName(record) === null ? ['Document'] : named),
        kind === 'award-record' ? otherPublisher(record) : null,
        fileName(record),
      ]
    }
  }
}

/** The record by its title; without one by its number, by the file, or by what it is. */
function name(record: CitedRecord): Part {
  const { title, kind } = record
  if (kind === 'letter') return present([capitalised(nounOf(record)), fromTo(record)]).join(' ')
  if (title === null)
    return kind === 'opinion'
      ? (fileName(record) ?? 'Opinion')
      : (designation(record, capitalised) ?? fileName(record) ?? capitalised(nounOf(record)))
  return unpublished(record) ? title : italic(title)
}

const unpublished = ({ kind }: CitedRecord): boolean =>
  kind === null ||
  kind === 'contract' ||
  kind === 'modification' ||
  kind === 'solicitation' ||
  kind === 'foia-record' ||
  kind === 'award-record'
