import type { PartialDate } from './time'

/** All days on which something dated so may have been, as `2025-09-12`; both ends belong to it. */
export type DateSpan = { readonly first: string; readonly last: string }

/** How far a date is known. */
export type DatePrecision = 'year' | 'month' | 'day'
/** How far a date is known, by how it is written. */
export const precisionOf = (date: PartialDate): DatePrecision => (date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day')

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const two = (number: number): string => String(number).padStart(2, '0')

/** Whether a calendar has the date: `2025-13` and `2025-02-30` are none. */
export function isOnCalendar(date: PartialDate): boolean {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return true
  return month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysIn(year, month)))
}

/** Spans that were worked out, as thousands of lines share some hundred dates. */
const known = new Map<PartialDate, DateSpan>()

/** The span of a date as far as it is known: a year is its whole year, never its first of January. What no calendar has is read as far as it has it. */
export function spanOf(date: PartialDate): DateSpan {
  const before = known.get(date)
  if (before !== undefined) return before
  const span = workedOut(date)
  known.set(date, span)
  return span
}

function workedOut(date: PartialDate): DateSpan {
  const [year = 0, month, day] = date.split('-').map(Number)
  const yyyy = date.slice(0, 4)
  if (month === undefined || month < 1 || month > 12) return { first: `${yyyy}-01-01`, last: `${yyyy}-12-31` }
  const days = daysIn(year, month)
  if (day === undefined || day < 1 || day > days) return { first: `${yyyy}-${two(month)}-01`, last: `${yyyy}-${two(month)}-${two(days)}` }
  return { first: date, last: date }
}

/** From a date up to another one, or the span of the first where there is none. */
export function spanUntil(date: PartialDate, until: PartialDate | null): DateSpan {
  if (until === null) return spanOf(date)
  const { first, last } = spanOf(date)
  const end = spanOf(until).last
  return { first, last: end < last ? last : end }
}

/** Whether two dates may be the same day. One that is not known may be any. */
export function mayCoincide(a: PartialDate | null, b: PartialDate | null): boolean {
  if (a === null || b === null) return true
  const [x, y] = [spanOf(a), spanOf(b)]
  return x.first <= y.last && y.first <= x.last
}

/** Whether one date is surely before the other. */
export const surelyBefore = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a !== null && b !== null && spanOf(a).last < spanOf(b).first

/** By the first day that it may be; of two that begin together, the one that says less comes first. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [spanOf(a), spanOf(b)]
  return x.first < y.first ? -1 : x.first > y.first ? 1 : x.last > y.last ? -1 : x.last < y.last ? 1 : 0
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `September 2025`, `12 September 2025`, `2025`: no more than is known. */
export function dateWords(date: PartialDate): string {
  const [year = '', month, day] = date.split('-')
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  if (name === undefined) return year
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** The name of a month, from 1. */
export const monthName = (month: number): string => MONTHS[month - 1] ?? ''
