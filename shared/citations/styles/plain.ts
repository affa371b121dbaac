import type { CitationStyle } from '../citation-style'
import type { CitedRecord } from '../cited-record'
import { byline, collectionWords, dayFirstDate, designation, fromTo, held, identity, nounOf, otherPublisher, reporter } from '../parts'
import { pinsInFull } from '../pins'
import { italic, joined, type Part, run } from '../words'

/** Digits of a SHA-256 that tell documents apart in a citation. */
const SHORT = 12

/** What a careful person would write who follows no rule book: what is known, the file, every number of the page, the file's hash. What nobody knows is said to be unknown. */
export const plain: CitationStyle = {
  label: 'Plain',
  full(record, pins) {
    const { file } = record
    return joined(', ', [
      ...(record.described ? described(record) : held(record, dayFirstDate)),
      file === null ? null : italic(file.name),
      pinsInFull(pins),
      file === null ? null : `SHA-256 ${file.sha256.slice(0, SHORT)}`,
    ])
  },
  short: (record, pins) =>
    joined(', ', [
      record.title ?? shortName(record) ?? (record.file === null ? nounOf(record) : italic(record.file.name)),
      pinsInFull(pins),
    ]),
}

const shortName = (record: CitedRecord): string | null =>
  record.kind === 'opinion'
    ? record.facts.number && `docket no. ${record.facts.number}`
    : record.kind === 'letter'
      ? fromTo(record) === null
        ? null
        : `letter ${fromTo(record) ?? ''}`
      : (designation(record) ?? collectionWords(record))

function described(record: CitedRecord): readonly Part[] {
  const { title, kind, facts } = record
  const date = dayFirstDate(record.date) ?? 'date unknown'
  const online = [
    facts.accessed === null ? null : `seen ${dayFirstDate(facts.accessed) ?? ''}`,
    record.url,
    facts.archivedCopy === null ? null : `archived at ${facts.archivedCopy}`,
  ]
  if (kind === 'letter')
    return [title, run('letter ', fromTo(record) ?? 'between people not known'), date, ...held(record, dayFirstDate), ...online]
  if (kind === 'opinion')
    return [
      title ?? 'title unknown',
      reporter(record),
      facts.number === null ? null : `docket no. ${facts.number}`,
      facts.docketEntry === null ? null : `entry ${facts.docketEntry}`,
      facts.agency,
      date,
      ...held(record, dayFirstDate),
      ...online,
    ]
  const who =
    kind === 'report' || kind === 'inventory' || kind === 'web' ? byline(record) : record.authors.length === 0 ? null : byline(record)
  const what = kind === 'report' || kind === 'inventory' || kind === 'web' || kind === 'press' ? designation(record) : identity(record)
  const named = title ?? (designation(record) === null ? 'title unknown' : null)
  return [
    who,
    named,
    what,
    facts.version === null ? null : `version ${facts.version}`,
    facts.container,
    otherPublisher(record),
    date,
    ...held(record, dayFirstDate),
    ...online,
  ]
}
