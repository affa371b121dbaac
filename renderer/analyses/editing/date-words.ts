import type { PartialDate, Timestamp } from '@shared/units/time'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
const utcDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A moment as people read it, in the time zone of the machine: `22 Nov 2026, 14:05`. */
export const momentWords = (at: Timestamp): string => moment.format(new Date(at))
/** The day of a moment: `22 Nov 2026`. */
export const dayWords = (at: Timestamp): string => day.format(new Date(at))
/** A date as far as it is known: `2026`, `Feb 2026`, `1 Feb 2026`. */
export function partialDateWords(date: PartialDate): string {
  if (date.length === 4) return date
  return date.length === 7 ? month.format(new Date(`${date}-01T00:00:00Z`)) : utcDay.format(new Date(`${date}T00:00:00Z`))
}
