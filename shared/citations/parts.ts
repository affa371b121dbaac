import type { RecordKind } from '../sources/record-kind'
import type { CitedRecord } from './cited-record'

/** The pieces of a citation that several styles share. Each is null where nothing of it is known. */

/** The pieces that are known. */
export const present = (parts: readonly (string | null)[]): readonly string[] => parts.filter((part) => part !== null)

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
/** As Bluebook's table of months shortens them. */
const SHORT_MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'] as const

/** A date as far as it is known, written by year, month and day; as it stands where it is no date of a calendar. */
function dateWords(
  date: string | null,
  write: (year: string, month: string | null, day: string | null) => string,
  months: readonly string[] = MONTHS,
): string | null {
  if (date === null) return null
  const [year = date, month, day] = date.split('-')
  const name = months[Number(month) - 1]
  return month === undefined
    ? write(year, null, null)
    : name === undefined
      ? date
      : write(year, name, day === undefined ? null : String(Number(day)))
}
/** `September 26, 2022`, `September 2022` */
export const americanDate = (date: string | null): string | null =>
  dateWords(date, (year, month, day) => (month === null ? year : day === null ? `${month} ${year}` : `${month} ${day}, ${year}`))
/** `Sept. 26, 2022` */
export const shortDate = (date: string | null): string | null =>
  dateWords(
    date,
    (year, month, day) => (month === null ? year : day === null ? `${month} ${year}` : `${month} ${day}, ${year}`),
    SHORT_MONTHS,
  )
/** `26 September 2022` */
export const dayFirstDate = (date: string | null): string | null =>
  dateWords(date, (year, month, day) => present([day, month, year]).join(' '))
/** `2022, September 26` */
export const yearFirstDate = (date: string | null): string | null =>
  dateWords(date, (year, month, day) => (month === null ? year : `${year}, ${month}${day === null ? '' : ` ${day}`}`))

const NOUNS: Readonly<Record<RecordKind, string>> = {
  contract: 'contract',
  modification: 'modification',
  solicitation: 'solicitation',
  'foia-record': 'record',
  letter: 'letter',
  inventory: 'data set',
  'award-record': 'award record',
  report: 'report',
  opinion: 'opinion',
  press: 'article',
  web: 'web page',
}
/** What the record is, in a word: as it calls itself, else by its kind. */
export const nounOf = ({ kind, facts }: CitedRecord): string => facts.called ?? (kind === null ? 'document' : NOUNS[kind])

/** Words of ours as they are, or as a style writes them; names and numbers never pass through it. */
type Case = (words: string) => string
const asTheyAre: Case = (words) => words

/** The record by its numbers: `contract no. 70CTD022FR0000170`, `modification P00003 to contract no. …`. Null where it has none. */
export function designation(record: CitedRecord, write: Case = asTheyAre): string | null {
  const { number, modification } = record.facts
  const noun = write(nounOf(record))
  if (record.kind === 'modification' && (number !== null || modification !== null))
    return `${noun}${modification === null ? '' : ` ${modification}`}${number === null ? '' : ` to ${write('contract no.')} ${number}`}`
  return number === null ? null : `${noun} ${write('no.')} ${number}`
}

/** The first letter of each word but the small ones in upper case, for styles that write `Contract No.` */
export const capitalised: Case = (words) =>
  words.replace(/(?<![\p{L}\p{N}_-])(?!(?:to|of|for|with|and|under)\b)\p{Ll}/gu, (letter) => letter.toUpperCase())

/** Who stands on the two sides of a contract or an award: ` between A and B`, `, A`, ` with B`. */
function parties({ facts: { agency, vendor }, kind }: CitedRecord): string | null {
  if (vendor === null) return agency === null ? null : `, ${agency}`
  if (kind === 'award-record') return agency === null ? ` to ${vendor}` : `, ${agency} to ${vendor}`
  return agency === null ? ` with ${vendor}` : ` between ${agency} and ${vendor}`
}

/** `from A to B`, as far as it is known. */
export function fromTo({ authors, facts: { recipient } }: CitedRecord): string | null {
  const from =
    authors.length === 0
      ? null
      : `from ${namesInWords(
          authors.map(({ whole }) => whole),
          'and',
        )}`
  const to = recipient === null ? null : `to ${namesInWords(recipient.split(/\s*;\s*/), 'and')}`
  return from === null && to === null ? null : present([from, to]).join(' ')
}

/** `A`, `A and B`, `A, B, and C`; of more than `most` the first, `et al.` */
export function namesInWords(names: readonly string[], and: 'and' | '&', most = 3): string {
  if (names.length > most) return `${names[0] ?? ''} et al.`
  return names.length < 3
    ? names.join(` ${and} `)
    : `${names.slice(0, -1).join(', ')}${and === 'and' ? ',' : ''} ${and} ${names.at(-1) ?? ''}`
}

/** A tracking number has a digit and no white space; anything else is the name of a series or collection. */
const isNumber = (collection: string): boolean => /^\S*\d\S*$/.test(collection)
const ofFoia = ({ kind, facts: { collection, repository } }: CitedRecord): boolean =>
  kind === 'foia-record' || /\bfoia\b/i.test(repository ?? '') || /-(?:IC|HQ)(?:FO|AP|LI)-/.test(collection ?? '')

/** `FOIA request 2024-ICFO-12345`, `request 24-118`, `RG 567, Subject Files`. That a request was one under FOIA is said only where that is known. */
export function collectionWords(record: CitedRecord): string | null {
  const { collection } = record.facts
  return collection === null || !isNumber(collection) ? collection : `${ofFoia(record) ? 'FOIA request' : 'request'} ${collection}`
}

/** Where it can be had, from the narrowest to the widest: request or series, day of release, stamps, place, repository. */
export function held(record: CitedRecord, date: (date: string | null) => string | null): readonly (string | null)[] {
  const { released, stamps, location, repository } = record.facts
  const day = date(released)
  return [location, collectionWords(record), day === null ? null : `released ${day}`, stamps, repository]
}

/** A file's name, where it has to be said which of several it is, or where nothing else names the record. */
export function fileName(record: CitedRecord): string | null {
  const { file, title, kind } = record
  const named = title !== null || designation(record) !== null || (kind === 'letter' && fromTo(record) !== null)
  return file !== null && !(named && file.alone) ? file.name : null
}

/** Who answers for it: its authors, else the agency. */
export const byline = ({ authors, facts }: CitedRecord, most?: number, and: 'and' | '&' = 'and'): string | null =>
  authors.length > 0
    ? namesInWords(
        authors.map(({ whole }) => whole),
        and,
        most,
      )
    : facts.agency

/** The publisher, unless it is the author already. */
export const otherPublisher = (record: CitedRecord): string | null => (record.publisher === byline(record) ? null : record.publisher)

/** A title up to its colon, for a citation that is not the first. */
export const shortTitle = (title: string): string => title.split(/:\s/)[0] ?? title

/** `No. 1:22-cv-0123, ECF No. 24`; of a reported case `123 F.3d 456`. */
export function docket(record: CitedRecord): readonly (string | null)[] {
  const { number, docketEntry } = record.facts
  return reporter(record) === null
    ? [number === null ? null : `No. ${number}`, docketEntry === null ? null : `ECF No. ${docketEntry}`]
    : [reporter(record)]
}

/** `123 F.3d 456`; null where one of the three is missing. */
export const reporter = ({ facts: { volume, container, firstPage } }: CitedRecord): string | null =>
  volume === null || container === null || firstPage === null ? null : `${volume} ${container} ${firstPage}`

/** A contract, solicitation or record by its numbers and sides; by what it is where it has neither. Null where nobody said what it is. */
export function identity(record: CitedRecord, write: Case = asTheyAre): string | null {
  const named =
    designation(record, write) ??
    (record.described && (record.facts.vendor !== null || record.title === null) && !(record.kind === null && record.facts.called === null)
      ? write(nounOf(record))
      : null)
  return named === null ? record.facts.agency : `${named}${parties(record) ?? ''}`
}

export const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Whether it is an opinion that is cited by its volume and page in a reporter of decisions. */
export const isReported = (record: CitedRecord): boolean => record.kind === 'opinion' && reporter(record) !== null
