import { compareDates, dateWords, monthName, precisionOf } from '../units/date-span'
import type { PartialDate } from '../units/time'
import type { ChronologyLine } from './derived-events'
import { EVENT_KINDS } from './event'

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of time; of lines that begin together, the less precise one first. */
export const inOrder = (lines: readonly ChronologyLine[]): readonly ChronologyLine[] =>
  lines.toSorted((a, b) => compareDates(a.date, b.date) || EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind) || byText(a.title, b.title) || byText(a.id, b.id))

/** The lines of a year whose month is not known, or of a month. */
export type TimeGroup = { readonly key: string; readonly title: string; readonly lines: readonly ChronologyLine[] }

/** Lines in their order, put together by month; those of which only the year is known stand before its months, and are said to be so. */
export function groupedByTime(lines: readonly ChronologyLine[]): readonly TimeGroup[] {
  const groups = new Map<string, ChronologyLine[]>()
  for (const line of inOrder(lines)) {
    const key = line.date.slice(0, 7)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups].map(([key, own]) => ({ key, title: key.length === 4 ? `${key}, month not known` : `${monthName(Number(key.slice(5))) || key.slice(5)} ${key.slice(0, 4)}`, lines: own })).toSorted((a, b) => byText(a.key, b.key))
}

/** `12 September 2025`, or `September 2025 to 2026`. */
export const whenWords = (date: PartialDate, until: PartialDate | null): string => (until === null ? dateWords(date) : `${dateWords(date)} to ${dateWords(until)}`)

/** What is not known of a date; empty for a day. */
export const missingWords = (date: PartialDate): string => ({ year: 'month and day not known', month: 'day not known', day: '' })[precisionOf(date)]
