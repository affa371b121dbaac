import { type PartialDate, partialDateSchema } from '../../units/time'
import { wordsOf } from './words'

/** What an entry of a list of sources says of a source. What it does not say is null. */
export type SourceEntry = {
  readonly title: string | null
  readonly url: string | null
  readonly date: PartialDate | null
  readonly known: string
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ADDRESS = /https?:\/\/[^\s<>"”)\]]*[^\s<>"”)\].,;:]/

/**
 * Reads an entry. Its words are kept whole in `known`; the title is what stands in quotation marks, in a link or in italics, and else the
 * entry without its address; the date is one written out as such.
 */
export function readSourceEntry(entry: string): SourceEntry {
  const url = ADDRESS.exec(entry)?.[0] ?? null
  const known = wordsOf(entry)
  const named = (/“([^”]{3,})[,.]?”/.exec(entry) ??
    /"([^"]{3,}?)[,.]?"/.exec(entry) ??
    /\[([^\]]{3,})\]\(/.exec(entry) ??
    /(?<![*\w])\*([^*]{3,})\*(?![*\w])/.exec(entry))?.[1]
  const bare = wordsOf(entry.replace(/<?https?:\/\/[^\s<>"”)]*>?/g, ' '))
    .replace(/[\s,;:(–—-]+$/, '')
    .trim()
  const title = named === undefined ? (/[\p{L}]/u.test(bare) ? bare : null) : wordsOf(named).replace(/[,.;]+$/, '')
  return { title: title === '' ? null : title, url, date: dateIn(entry.replace(ADDRESS, ' ')), known: known === '' ? entry.trim() : known }
}

function dateIn(text: string): PartialDate | null {
  const whole = /\b((?:19|20)\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/.exec(text)?.[0]
  if (whole !== undefined) return asDate(whole)
  const american = /\b(?<month>[A-Z][a-z]{2,8})\.?\s+(?<day>\d{1,2}),\s*(?<year>(?:19|20)\d{2})\b/.exec(text)
  const european = /\b(?<day>\d{1,2})\s+(?<month>[A-Z][a-z]{2,8})\.?\s+(?<year>(?:19|20)\d{2})\b/.exec(text)
  const monthly = /\b(?<month>[A-Z][a-z]{2,8})\.?\s+(?<year>(?:19|20)\d{2})\b/.exec(text)
  for (const match of [american, european, monthly]) {
    const { year, month = '', day } = match?.groups ?? {}
    const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
    if (year !== undefined && number > 0)
      return asDate([year, String(number).padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-'))
  }
  const year = /\(((?:19|20)\d{2})\)/.exec(text)?.[1]
  return year === undefined ? null : asDate(year)
}

function asDate(text: string): PartialDate | null {
  const parsed = partialDateSchema.safeParse(text)
  return parsed.success ? parsed.data : null
}
