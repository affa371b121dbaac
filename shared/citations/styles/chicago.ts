import type { CitationStyle } from '../citation-style'
import type { CitedRecord } from '../cited-record'
import {
  americanDate,
  byline,
  designation,
  docket,
  fileName,
  fromTo,
  held,
  identity,
  isReported,
  namesInWords,
  nounOf,
  otherPublisher,
  present,
  shortTitle,
  upperFirst,
} from '../parts'
import { type Pin, pinsBriefly } from '../pins'
import { italic, joined, type Part, quoted, run, sentence, type Words } from '../words'

/**
 * Notes as in The Chicago Manual of Style, chapter 14 (17th edition): manuscript collections and letters 14.221 to 14.231, with the order of
 * NARA's General Information Leaflet 17 from the narrowest to the widest; reports and public documents 14.281 to 14.305, cases 14.276, newspapers
 * 14.191, web pages 14.207, data sets 14.257; no date 14.145. An agency that still holds its records stands in the archive's place.
 */
export const chicago: CitationStyle = {
  label: 'Chicago notes',
  full: (record, pins) => sentence(note(record, pinWords(record, pins))),
  short: (record, pins) =>
    sentence(joined(', ', [record.authors.length === 0 ? null : byline(record), called(record, shortTitle), pinWords(record, pins)])),
}

/** In a reporter of decisions a bare number is a page. */
const pinWords = (record: CitedRecord, pins: readonly Pin[]): string | null =>
  pinsBriefly(pins, {
    ...(isReported(record) ? { page: '', pages: '' } : { page: 'p. ', pages: 'pp. ' }),
    stamp: 'stamped ',
    open: '(',
    close: ')',
  })
const dateOr = (record: CitedRecord): string => americanDate(record.date) ?? 'n.d.'

function note(record: CitedRecord, pin: string | null): Words {
  const { title, kind, facts, url } = record
  const seen = kind === 'web' || kind === 'inventory' || kind === 'award-record' ? americanDate(facts.accessed) : null
  const tail: readonly Part[] = [
    ...held(record, americanDate),
    seen === null ? null : `accessed ${seen}`,
    url,
    facts.archivedCopy === null ? null : `archived at ${facts.archivedCopy}`,
  ]
  const numbered = title === null ? null : designation(record)
  switch (kind) {
    case 'letter':
      return joined(', ', [correspondents(record), title === null ? null : quoted(title), fileName(record), dateOr(record), pin, ...tail])
    case 'inventory':
      return joined(', ', [
        byline(record),
        called(record),
        numbered,
        facts.version === null ? null : `version ${facts.version}`,
        otherPublisher(record),
        otherFile(record),
        dateOr(record),
        pin,
        ...tail,
      ])
    case 'report':
      return joined(', ', [
        run(
          joined(', ', [byline(record), called(record), numbered, otherFile(record)]),
          inBrackets(', ', [otherPublisher(record), dateOr(record)]),
        ),
        pin,
        ...tail,
      ])
    case 'opinion':
      return joined(', ', [
        run(joined(', ', [called(record), ...docket(record), otherFile(record), pin]), inBrackets(' ', [facts.agency, dateOr(record)])),
        ...tail,
      ])
    case 'press':
      return joined(', ', [
        byline(record),
        called(record),
        italicOrNull(facts.container ?? record.publisher),
        otherFile(record),
        dateOr(record),
        pin,
        ...tail,
      ])
    case 'web':
      return joined(', ', [
        byline(record),
        called(record),
        facts.container ?? otherPublisher(record),
        otherFile(record),
        record.date === null && seen !== null ? null : dateOr(record),
        pin,
        ...tail,
      ])
    default: {
      const what = identity(record)
      const named = present([record.authors.length === 0 ? null : byline(record), title === null ? null : quoted(title), what])
      const lead =
        named.length === 0
          ? fileName(record) === null
            ? ['Document']
            : []
          : named.map((part, at) => (at === 0 && part === what ? upperFirst(part) : part))
      return joined(', ', [
        ...lead,
        kind === 'award-record' ? otherPublisher(record) : null,
        fileName(record),
        dateOr(record),
        pin,
        ...tail,
      ])
    }
  }
}

const upperFirstOrNull = (words: string | null): string | null => (words === null ? null : upperFirst(words))
const inBrackets = (separator: string, parts: readonly (string | null)[]): string => ` (${present(parts).join(separator)})`
/** The file beside a record that has a name of its own. */
const otherFile = (record: CitedRecord): string | null => (record.title === null ? null : fileName(record))
const italicOrNull = (words: string | null): Part => (words === null ? null : italic(words))

/** The record by its title, in the type that its kind asks for; without one by its number, by the file, or by what it is. */
function called(record: CitedRecord, shorten = (title: string): string => title): Part {
  const { title, kind } = record
  if (title === null)
    return kind === 'letter'
      ? correspondents(record)
      : kind === 'opinion'
        ? (fileName(record) ?? 'Opinion')
        : (upperFirstOrNull(designation(record)) ?? fileName(record) ?? upperFirst(nounOf(record)))
  return kind === 'report' || kind === 'opinion' ? italic(shorten(title)) : quoted(shorten(title))
}

/** `A to B`, as letters are cited; what is known of the two where one is not. */
function correspondents(record: CitedRecord): string {
  const { authors, facts } = record
  if (authors.length > 0 && facts.recipient !== null)
    return `${namesInWords(
      authors.map(({ whole }) => whole),
      'and',
    )} to ${namesInWords(facts.recipient.split(/\s*;\s*/), 'and')}`
  return upperFirst(present([nounOf(record), fromTo(record)]).join(' '))
}
