import { yearStart } from '../chronology/timeline'
import { html, type Html } from './html'
import type { ChronologyNode, TotalsNode } from './ledger-tree'

/** Charts as SVG inside the page, drawn from numbers alone: no script, no measuring of text, the same bytes everywhere. Each stands beside its table. */

const WIDTH = 860
const fixed = (value: number): string => value.toFixed(1)

/** Groups that are drawn; the table has them all. */
const MOST_BARS = 12
const BAR = 22
const NAMES = 230
const SUMS = 250
const LONGEST = 34
const shortened = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words)

/** Sums by vendor as bars: filled up to the lowest, outlined on to the highest. */
export function totalsSvg({ unit, groups }: TotalsNode): Html | null {
  const sums = (groups.find(({ by }) => by === 'vendor')?.sums ?? []).filter((sum) => sum.adds.length > 0).slice(0, MOST_BARS)
  if (sums.length < 2) return null
  const low = Math.min(0, ...sums.map((sum) => Number(sum.low)))
  const high = Math.max(1, ...sums.map((sum) => Number(sum.high)))
  const xOf = (cents: number): number => NAMES + ((cents - low) / (high - low)) * (WIDTH - NAMES - SUMS)
  const bar = (from: number, to: number, y: number, kind: string): Html => html`<rect class="${kind}" x="${fixed(Math.min(xOf(from), xOf(to)))}" y="${y + 4}" width="${fixed(Math.abs(xOf(to) - xOf(from)))}" height="${BAR - 8}"/>`
  const height = BAR * sums.length + 4
  return html`<figure class="chart"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="The largest sums of ${unit.kind} amounts in ${unit.currency} by vendor; the table says the same">${sums.map((sum, at) => {
    const y = at * BAR
    return html`<text x="${NAMES - 8}" y="${y + 15}" text-anchor="end">${shortened(sum.label)}</text>${bar(Number(sum.low), Number(sum.high), y, 'range')}${bar(0, Number(sum.low), y, 'sum')}<text x="${fixed(Math.max(xOf(0), xOf(Number(sum.high))) + 6)}" y="${y + 15}">${sum.words}</text>`
  })}<line x1="${fixed(xOf(0))}" x2="${fixed(xOf(0))}" y1="0" y2="${height}"/></svg><figcaption>By vendor, ${unit.kind} amounts in ${unit.currency}.${sums.some((sum) => sum.low !== sum.high) ? ' Filled: the lowest that sources say; outlined: up to the highest.' : ''}</figcaption></figure>
`
}

const LANES = 110
const ROW = 14
const GAP = 10
/** Least room for the number of a year. */
const YEAR = 46

/** The timeline: a lane for each kind. A day is a dot, a deadline a triangle, what went on a bar; a month or a year is a dashed bar over all days that it may be. */
export function timelineSvg({ timeline, years }: ChronologyNode): Html {
  const [from, to] = [yearStart(years.from), yearStart(years.to + 1)]
  const xOf = (time: number): number => LANES + ((Math.max(from, Math.min(time, to)) - from) / (to - from)) * (WIDTH - LANES - 10)
  const step = Math.max(1, Math.ceil(((years.to - years.from + 1) * YEAR) / (WIDTH - LANES)))
  const tops = new Map<string, number>()
  let height = 4
  for (const lane of timeline.lanes) {
    tops.set(lane.kind, height)
    height += lane.rows * ROW + GAP
  }
  const yOf = (kind: string, row = 0): number => (tops.get(kind) ?? 0) + row * ROW
  const ticks = Array.from({ length: Math.floor((years.to - years.from) / step) + 1 }, (_, at) => years.from + at * step)
  const box = (left: number, right: number, y: number, kind: string): Html => html`<rect class="${kind}" x="${fixed(xOf(left))}" y="${y + 2}" width="${fixed(Math.max(2, xOf(right) - xOf(left)))}" height="${ROW - 4}" rx="2"/>`
  return html`<figure class="chart"><svg viewBox="0 0 ${WIDTH} ${height + 18}" role="img" aria-label="The events on a timeline; the table says the same">${ticks.map((year) => html`<line class="grid" x1="${fixed(xOf(yearStart(year)))}" x2="${fixed(xOf(yearStart(year)))}" y1="0" y2="${height}"/><text x="${fixed(xOf(yearStart(year)))}" y="${height + 14}">${year}</text>`)}${timeline.lanes.map((lane) => html`<text x="${LANES - 8}" y="${yOf(lane.kind) + 11}" text-anchor="end">${lane.kind} ${lane.lines}</text>`)}${timeline.items.map(({ line, kind, shape, from: start, to: end, row }) => {
    const y = yOf(kind, row)
    const x = xOf(start)
    const drawn = shape === 'point' ? (kind === 'deadline' ? html`<path class="sum" d="M${fixed(x)} ${y + 2}l5 9h-10z"/>` : html`<circle class="sum" cx="${fixed(x)}" cy="${y + 7}" r="4"/>`) : box(start, end, y, shape === 'span' ? 'sum' : 'range')
    return html`<g><title>${line.title}</title>${drawn}</g>`
  })}${timeline.counts.map((count) => html`<g><title>${count.key}: ${count.count} ${count.kind}</title>${box(count.from, count.to, yOf(count.kind), count.key.length === 4 && timeline.countedBy === 'month' ? 'range' : 'sum')}</g>`)}</svg><figcaption>Dot: a day. Bar: what went on. Outlined: somewhere in that month or year. Triangle: a deadline.${timeline.countedBy !== null && ` There are many events: those that begin in the same ${timeline.countedBy} are drawn as one.`}</figcaption></figure>
`
}
