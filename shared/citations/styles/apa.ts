import type { CitationStyle } from '../citation-style'
import type { CitedRecord } from '../cited-record'
import {
  americanDate,
  byline,
  capitalised,
  designation,
  docket,
  fileName,
  fromTo,
  held,
  nounOf,
  otherPublisher,
  present,
  shortTitle,
  upperFirst,
  yearFirstDate,
} from '../parts'
import { type Pin, pinsBriefly } from '../pins'
import { italic, joined, type Part, run, sentence, type Words } from '../words'

/**
 * The Publication Manual of the APA (7th edition): elements 9.4 to 9.37 (unknown date 9.17, no author 9.12, description in brackets 9.21, unknown title 9.22,
 * retrieval date 9.16), periodicals 10.1, reports 10.4, data sets 10.9, web pages 10.16, cases 11.4. An entry of the list of references has no page: the
 * place that is cited stands after it, as in the text (8.13).
 */
export const apa: CitationStyle = {
  label: 'APA',
  full: (record, pins) => run(entry(record), pins.length === 0 ? null : ` (${pinWords(pins) ?? ''})`),
  short: (record, pins) =>
    run(
      '(',
      joined(', ', [
        record.authors.length > 0 || (record.kind !== 'opinion' && record.facts.agency !== null) ? byline(record, 2, '&') : brief(record),
        record.date?.slice(0, 4) ?? 'n.d.',
        pinWords(pins),
      ]),
      ')',
    ),
}

const pinWords = (pins: readonly Pin[]): string | null =>
  pinsBriefly(pins, { page: 'p. ', pages: 'pp. ', stamp: 'stamped ', open: '[', close: ']' })

/** `Doe, J., & Roe, R.`; a name of which it is not known which part is the family's stands as it is written. */
function authorWords({ authors, facts, kind }: CitedRecord): string | null {
  if (authors.length === 0) return kind === 'opinion' ? null : facts.agency
  const names = authors.map(({ whole, inverted }) => inverted ?? whole)
  return names.length === 1 ? (names[0] ?? null) : `${names.slice(0, -1).join(', ')}, & ${names.at(-1) ?? ''}`
}

function entry(record: CitedRecord): Words {
  const { kind, facts, url } = record
  const who = authorWords(record)
  const when = kind === 'opinion' ? null : `(${yearFirstDate(record.date) ?? 'n.d.'})`
  const title = titleWords(record)
  const whole = sentence(
    joined('. ', [
      ...(who === null ? [title, when] : [who, when, title]),
      ...source(record),
      facts.archivedCopy === null ? null : `Archived at ${facts.archivedCopy}`,
    ]),
  )
  if (url === null) return whole
  const seen = record.date === null ? americanDate(facts.accessed) : null
  return run(whole, ` ${seen === null ? '' : `Retrieved ${seen}, from `}${url}`)
}

/** Where it was published, or where it lies. */
function source(record: CitedRecord): readonly Part[] {
  const { kind, facts } = record
  if (kind === 'press') return [facts.container ?? record.publisher].map((name) => (name === null ? null : italic(name)))
  if (kind === 'web') return [facts.container ?? otherPublisher(record)]
  const lies = present(held(record, americanDate))
  return [kind === 'opinion' ? null : otherPublisher(record), lies.length === 0 ? null : upperFirst(lies.join(', '))]
}

/** Title, number in brackets, and what it is in square brackets where it is none of the usual kinds. */
function titleWords(record: CitedRecord): Words {
  const { title, kind, facts } = record
  const number = designation(record, capitalised)
  if (kind === 'opinion') {
    const court = present([facts.agency, americanDate(record.date) ?? 'n.d.']).join(' ')
    return run(joined(', ', [title === null ? '[Opinion]' : italic(title), ...docket(record), fileName(record)]), ` (${court})`)
  }
  const what = description(record)
  if (title === null) {
    const named =
      number === null
        ? (what ?? (fileName(record) === null ? 'Document' : null))
        : facts.vendor === null
          ? number
          : `${number} ${kind === 'award-record' ? 'to' : 'with'} ${facts.vendor}`
    return joined(' ', [fileName(record), named === null ? null : `[${named}]`])
  }
  const inBrackets = present([kind === 'inventory' && facts.version !== null ? `Version ${facts.version}` : null, number]).join('; ')
  return joined(' ', [
    kind === 'press' ? title : italic(title),
    inBrackets === '' ? null : `(${inBrackets})`,
    what === null || (number !== null && facts.vendor === null && kind !== 'award-record') ? null : `[${what}]`,
    fileName(record),
  ])
}

/** `Contract with A`, `Letter to B`, `Data set`; null for kinds that need no description, and where nobody said what it is. */
function description(record: CitedRecord): string | null {
  const { kind, facts } = record
  if (kind === 'letter') return present([capitalised(nounOf(record)), fromTo({ ...record, authors: [] })]).join(' ')
  if (kind === 'inventory' || kind === 'award-record')
    return facts.vendor === null || record.title === null
      ? record.title === null
        ? capitalised(nounOf(record))
        : 'Data set'
      : `Data set, award to ${facts.vendor}`
  if ((kind === 'press' || kind === 'web' || kind === 'report') && record.title !== null) return null
  if (kind === null && facts.called === null) return null
  return facts.vendor === null ? upperFirst(nounOf(record)) : `${upperFirst(nounOf(record))} with ${facts.vendor}`
}

/** The record by its title, in short; without one by its number, or by what it is. */
function brief(record: CitedRecord): Part {
  const { title } = record
  if (title !== null) return record.kind === 'press' ? `“${shortTitle(title)}”` : italic(shortTitle(title))
  return designation(record, capitalised) ?? fileName(record) ?? `[${upperFirst(description(record) ?? nounOf(record))}]`
}
