import { dateWords, monthName, precisionOf, spanOf } from '../units/date-span'
import type { PartialDate } from '../units/time'
import type { ChronologyLine } from './derived-events'
import { EVENT_KINDS } from './event'

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of time; of lines that begin together, the less precise one first. */
export function inOrder(lines: readonly ChronologyLine[]): readonly ChronologyLine[] {
  // Spans are worked out once a line, as a long chronology compares each many times.
  const keyed = lines.map((line) => ({ line, ...spanOf(line.date), kind: EVENT_KINDS.indexOf(line.kind) }))
  return keyed
    .toSorted(
      (a, b) =>
        byText(a.first, b.first) ||
        byText(b.last, a.last) ||
        a.kind - b.kind ||
        byText(a.line.title, b.line.title) ||
        byText(a.line.id, b.line.id),
    )
    .map(({ line }) => line)
}

/** The lines of a year whose month is not known, or of a month. */
export type TimeGroup = { readonly key: string; readonly title: string; readonly lines: readonly ChronologyLine[] }

/** Lines that stand in their order, put together by month; those of which only the year is known stand before its months, and are said to be so. */
export function groupedByTime(lines: readonly ChronologyLine[]): readonly TimeGroup[] {
  const groups = new Map<string, ChronologyLine[]>()
  for (const line of lines) {
    const key = line.date.slice(0, 7)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups]
    .map(([key, own]) => ({
      key,
      title: key.length === 4 ? `${key}, month not known` : `${monthName(Number(key.slice(5))) || key.slice(5)} ${key.slice(0, 4)}`,
      lines: own,
    }))
    .toSorted((a, b) => byText(a.key, b.key))
}

/** `12 September 2025`, or `September 2025 to 2026`. */
export const whenWords = (date: PartialDate, until: PartialDate | null): string =>
  until === null ? dateWords(date) : `${dateWords(date)} to ${dateWords(until)}`

/** What is not known of a date; empty for a day. */
export const missingWords = (date: PartialDate): string =>
  ({ year: 'month and day not known', month: 'day not known', day: '' })[precisionOf(date)]
