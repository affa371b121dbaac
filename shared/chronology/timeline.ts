import { precisionOf, spanUntil } from '../units/date-span'
import type { ChronologyLine } from './derived-events'
import { EVENT_KINDS, type EventKind } from './event'

/** Years shown, both of them too. */
export type Years = { readonly from: number; readonly to: number }

/**
 * A shape on the timeline.
 * - `point`: a day
 * - `span`: something that went on, from its first to its last day
 * - `doubt`: a day that is known as far as its month or year, drawn over all days that it may be
 */
export type Shape = 'point' | 'span' | 'doubt'
/** A line of the chronology as it is drawn. */
export type TimelineItem = {
  readonly line: ChronologyLine
  readonly kind: EventKind
  readonly shape: Shape
  /** Milliseconds since 1970, UTC. */ readonly from: number
  readonly to: number
  /** Row in its lane, from 0. */ readonly row: number
}
/** Lines of one kind that begin in the same year or month, counted because there are too many to draw each. */
export type TimelineCount = {
  readonly kind: EventKind
  readonly key: string
  readonly from: number
  readonly to: number
  readonly count: number
}
/** The lines of one kind; `rows` of them stand over each other where they overlap in time. */
export type Lane = { readonly kind: EventKind; readonly rows: number; readonly lines: number }
export type Timeline = {
  readonly lanes: readonly Lane[]
  readonly items: readonly TimelineItem[]
  readonly counts: readonly TimelineCount[]
  /** What was counted together; null where each line is drawn. */ readonly countedBy: 'month' | 'year' | null
}

const DAY = 86_400_000
/** More lines than this are counted rather than drawn one by one. */
export const MOST_ITEMS = 300
/** A range of fewer years than this is counted by month. */
const MONTHS_BELOW = 6
/** Share of the whole width that a day takes, so that two that are near each other do not lie over each other. */
const POINT_SHARE = 0.012

/** First day of a year, in milliseconds. */
export const yearStart = (year: number): number => Date.UTC(year, 0, 1)
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The years that lines reach over; null where there are none. */
export function yearsOf(lines: readonly ChronologyLine[]): Years | null {
  let [from, to] = ['', '']
  for (const { date, until } of lines) {
    if (from === '' || date < from) from = date
    if (date > to) to = date
    if (until !== null && until > to) to = until
  }
  return from === '' ? null : { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) }
}

/** Whether something of a line may lie within the years. */
export function isWithin({ date, until }: Pick<ChronologyLine, 'date' | 'until'>, { from, to }: Years): boolean {
  const { first, last } = spanUntil(date, until)
  return first <= `${to}-12-31` && last >= `${from}-01-01`
}

/** Lays lines out on a timeline: a lane for each kind that there is, in it as many rows as keep shapes off each other. */
export function layTimeline(lines: readonly ChronologyLine[], years: Years): Timeline {
  const within = lines.filter((line) => isWithin(line, years))
  return within.length > MOST_ITEMS ? counted(within, years) : drawn(within, years)
}

function drawn(lines: readonly ChronologyLine[], years: Years): Timeline {
  const apart = (yearStart(years.to + 1) - yearStart(years.from)) * POINT_SHARE
  const items: TimelineItem[] = []
  const lanes: Lane[] = []
  for (const kind of EVENT_KINDS) {
    const own = lines.filter((line) => line.kind === kind)
    if (own.length === 0) continue
    const rowEnds: number[] = []
    const shapes = own.map((line) => {
      const { first, last } = spanUntil(line.date, line.until)
      const shape: Shape = line.until !== null ? 'span' : precisionOf(line.date) === 'day' ? 'point' : 'doubt'
      return { line, kind, shape, from: startOf(first), to: startOf(last) + DAY }
    })
    for (const item of shapes.toSorted((a, b) => a.from - b.from || b.to - a.to || (a.line.id < b.line.id ? -1 : 1))) {
      const free = rowEnds.findIndex((end) => end <= item.from)
      const row = free === -1 ? rowEnds.length : free
      rowEnds[row] = Math.max(item.to, item.from + apart)
      items.push({ ...item, row })
    }
    lanes.push({ kind, rows: rowEnds.length, lines: own.length })
  }
  return { lanes, items, counts: [], countedBy: null }
}

function counted(lines: readonly ChronologyLine[], years: Years): Timeline {
  const countedBy = years.to - years.from + 1 < MONTHS_BELOW ? 'month' : 'year'
  const counts = new Map<string, TimelineCount>()
  const perKind = new Map<EventKind, number>()
  for (const { kind, date } of lines) {
    perKind.set(kind, (perKind.get(kind) ?? 0) + 1)
    // What began before the years shown is counted at their beginning.
    const begins = date < String(years.from) ? String(years.from) : date
    const key = begins.slice(0, countedBy === 'year' ? 4 : 7)
    const known = counts.get(`${kind} ${key}`)
    if (known !== undefined) counts.set(`${kind} ${key}`, { ...known, count: known.count + 1 })
    else {
      const year = Number(key.slice(0, 4))
      const month = key.length === 4 ? null : Number(key.slice(5))
      counts.set(`${kind} ${key}`, {
        kind,
        key,
        count: 1,
        from: month === null ? yearStart(year) : Date.UTC(year, month - 1, 1),
        to: month === null ? yearStart(year + 1) : Date.UTC(year, month, 1),
      })
    }
  }
  return {
    lanes: EVENT_KINDS.filter((kind) => perKind.has(kind)).map((kind) => ({ kind, rows: 1, lines: perKind.get(kind) ?? 0 })),
    items: [],
    counts: [...counts.values()],
    countedBy,
  }
}
