import { yearStart } from '../chronology/timeline'
import { html, type Html } from '../markup/html'
import type { ChartBlock } from './document/blocks'
import type { ChronologyNode, TotalsNode } from './ledger-tree'

/**
 * Charts as SVG, drawn from numbers alone: no script, no measuring of text, the same bytes everywhere. Each stands beside its table.
 * Colours are attributes, which a style sheet can override: a drawing taken out of the page stays what it is.
 */

const WIDTH = 860
const INK = '#4c525a'
const ACCENT = '#1f5a78'
const RULE = '#a9a498'
const HAIR = '#dedbd2'
/** How a shape is drawn: filled for what is sure, outlined for what may be. */
const paint = (kind: string): Html =>
  kind === 'sum' ? html`class="sum" fill="${ACCENT}"` : html`class="range" fill="none" stroke="${ACCENT}" stroke-dasharray="3 2"`
const drawing = (height: number, label: string, content: Html): string =>
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${label}" font-family="'IBM Plex Sans',Arial,sans-serif" font-size="11" fill="${INK}">${content}</svg>`
    .html
const fixed = (value: number): string => value.toFixed(1)

/** Groups that are drawn; the table has them all. */
const MOST_BARS = 12
const BAR = 22
const NAMES = 230
const SUMS = 250
const LONGEST = 34
const shortened = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words)

/** Sums by vendor as bars: filled up to the lowest, outlined on to the highest. */
export function totalsChart({ unit, groups }: TotalsNode): ChartBlock | null {
  const sums = (groups.find(({ by }) => by === 'vendor')?.sums ?? []).filter((sum) => sum.adds.length > 0).slice(0, MOST_BARS)
  if (sums.length < 2) return null
  const low = Math.min(0, ...sums.map((sum) => Number(sum.low)))
  const high = Math.max(1, ...sums.map((sum) => Number(sum.high)))
  const xOf = (cents: number): number => NAMES + ((cents - low) / (high - low)) * (WIDTH - NAMES - SUMS)
  const bar = (from: number, to: number, y: number, kind: string): Html =>
    html`<rect ${paint(kind)} x="${fixed(Math.min(xOf(from), xOf(to)))}" y="${y + 4}" width="${fixed(Math.abs(xOf(to) - xOf(from)))}" height="${BAR - 8}"/>`
  const height = BAR * sums.length + 4
  const bars = sums.map((sum, at) => {
    const y = at * BAR
    return html`<text x="${NAMES - 8}" y="${y + 15}" text-anchor="end">${shortened(sum.label)}</text>${bar(Number(sum.low), Number(sum.high), y, 'range')}${bar(0, Number(sum.low), y, 'sum')}<text x="${fixed(Math.max(xOf(0), xOf(Number(sum.high))) + 6)}" y="${y + 15}">${sum.words}</text>`
  })
  const alt = `The largest sums of ${unit.kind} amounts in ${unit.currency} by vendor; the table says the same`
  const ranges = sums.some((sum) => sum.low !== sum.high) ? ' Filled: the lowest that sources say; outlined: up to the highest.' : ''
  return {
    kind: 'chart',
    width: WIDTH,
    height,
    alt,
    svg: drawing(height, alt, html`${bars}<line stroke="${RULE}" x1="${fixed(xOf(0))}" x2="${fixed(xOf(0))}" y1="0" y2="${height}"/>`),
    caption: [`By vendor, ${unit.kind} amounts in ${unit.currency}.${ranges}`],
  }
}

const LANES = 110
const ROW = 14
const GAP = 10
/** Least room for the number of a year. */
const YEAR = 46

/** The timeline: a lane for each kind. A day is a dot, a deadline a triangle, what went on a bar; a month or a year is a dashed bar over all days that it may be. */
export function timelineChart({ timeline, years }: ChronologyNode): ChartBlock {
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
  const box = (left: number, right: number, y: number, kind: string): Html =>
    html`<rect ${paint(kind)} x="${fixed(xOf(left))}" y="${y + 2}" width="${fixed(Math.max(2, xOf(right) - xOf(left)))}" height="${ROW - 4}" rx="2"/>`
  const grid = ticks.map(
    (year) =>
      html`<line class="grid" stroke="${HAIR}" x1="${fixed(xOf(yearStart(year)))}" x2="${fixed(xOf(yearStart(year)))}" y1="0" y2="${height}"/><text x="${fixed(xOf(yearStart(year)))}" y="${height + 14}">${year}</text>`,
  )
  const names = timeline.lanes.map(
    (lane) => html`<text x="${LANES - 8}" y="${yOf(lane.kind) + 11}" text-anchor="end">${lane.kind} ${lane.lines}</text>`,
  )
  const events = timeline.items.map(({ line, kind, shape, from: start, to: end, row }) => {
    const y = yOf(kind, row)
    const x = xOf(start)
    const drawn =
      shape === 'point'
        ? kind === 'deadline'
          ? html`<path ${paint('sum')} d="M${fixed(x)} ${y + 2}l5 9h-10z"/>`
          : html`<circle ${paint('sum')} cx="${fixed(x)}" cy="${y + 7}" r="4"/>`
        : box(start, end, y, shape === 'span' ? 'sum' : 'range')
    return html`<g><title>${line.title}</title>${drawn}</g>`
  })
  const counts = timeline.counts.map(
    (count) =>
      html`<g><title>${count.key}: ${count.count} ${count.kind}</title>${box(count.from, count.to, yOf(count.kind), count.key.length === 4 && timeline.countedBy === 'month' ? 'range' : 'sum')}</g>`,
  )
  const alt = 'The events on a timeline; the table says the same'
  return {
    kind: 'chart',
    width: WIDTH,
    height: height + 18,
    alt,
    svg: drawing(height + 18, alt, html`${grid}${names}${events}${counts}`),
    caption: [
      `Dot: a day. Bar: what went on. Outlined: somewhere in that month or year. Triangle: a deadline.${timeline.countedBy === null ? '' : ` There are many events: those that begin in the same ${timeline.countedBy} are drawn as one.`}`,
    ],
  }
}
