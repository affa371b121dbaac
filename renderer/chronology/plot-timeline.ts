import * as Plot from '@observablehq/plot'
import { whenWords } from '@shared/chronology/order-lines'
import { type Timeline, type TimelineCount, type TimelineItem, type Years, yearStart } from '@shared/chronology/timeline'
import { KIND_COLOURS } from './event-marks'

/** Room for the names of kinds at the left; height of a row of shapes, and the air around a lane, CSS pixels. */
const LEFT = 96
const ROW = 15
const LANE = 9

/** What is said of a shape where the pointer rests; it tells shapes apart, too. */
export const titleOfItem = ({ line }: TimelineItem): string => `${whenWords(line.date, line.until)}\n${line.title}`

/** Draws a timeline. @param width CSS pixels @param chosen the id of the line that is framed */
export function plotTimeline(timeline: Timeline, years: Years, width: number, chosen: string | null): ReturnType<typeof Plot.plot> {
  const tops = new Map<string, number>()
  let height = 4
  for (const lane of timeline.lanes) {
    tops.set(lane.kind, height)
    height += lane.rows * ROW + LANE
  }
  const yOf = ({ kind, row = 0 }: { readonly kind: string; readonly row?: number }): number => (tops.get(kind) ?? 0) + LANE / 2 + row * ROW
  const colour = ({ kind }: Pick<TimelineItem, 'kind'>): string => KIND_COLOURS[kind]
  const isChosen = ({ line }: TimelineItem): boolean => line.id === chosen
  const bars = timeline.items.filter((item) => item.shape !== 'point')
  const points = timeline.items.filter((item) => item.shape === 'point')
  const most = Math.max(1, ...timeline.counts.map((count) => count.count))
  return Plot.plot({
    style: { background: 'transparent', color: 'var(--ink)', fontFamily: 'var(--font-sans)', fontSize: '11px' },
    width,
    height: height + 36,
    marginLeft: LEFT,
    marginRight: 16,
    marginTop: 0,
    marginBottom: 36,
    x: {
      type: 'utc',
      domain: [new Date(yearStart(years.from)), new Date(yearStart(years.to + 1))],
      grid: true,
      label: null,
      ticks: Math.max(2, Math.floor(width / 110)),
    },
    y: { type: 'linear', domain: [height, 0], axis: null, range: [height, 0] },
    marks: [
      Plot.ruleY(timeline.lanes.slice(1), { y: (lane: { readonly kind: string }) => tops.get(lane.kind) ?? 0, stroke: 'var(--line)' }),
      Plot.text(timeline.lanes, {
        y: (lane: { readonly kind: string }) => (tops.get(lane.kind) ?? 0) + LANE / 2 + ROW / 2,
        text: (lane: { readonly kind: string; readonly lines: number }) => `${lane.kind} ${lane.lines.toLocaleString('en-US')}`,
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        fill: 'var(--ink-2)',
      }),
      Plot.rect(bars, {
        x1: (item: TimelineItem) => new Date(item.from),
        x2: (item: TimelineItem) => new Date(item.to),
        y1: (item: TimelineItem) => yOf(item) + 3,
        y2: (item: TimelineItem) => yOf(item) + ROW - 3,
        rx: 3,
        clip: true,
        fill: colour,
        fillOpacity: (item: TimelineItem) => (item.shape === 'span' ? 0.75 : 0.2),
        stroke: colour,
        strokeDasharray: '3 2',
        title: titleOfItem,
      }),
      Plot.dot(points, {
        x: (item: TimelineItem) => new Date(item.from),
        y: (item: TimelineItem) => yOf(item) + ROW / 2,
        r: 4,
        fill: colour,
        symbol: (item: TimelineItem) => (item.kind === 'deadline' ? 'triangle' : 'circle'),
        title: titleOfItem,
      }),
      Plot.rect(timeline.items.filter(isChosen), {
        x1: (item: TimelineItem) => new Date(item.from),
        x2: (item: TimelineItem) => new Date(item.to),
        y1: (item: TimelineItem) => yOf(item),
        y2: (item: TimelineItem) => yOf(item) + ROW,
        inset: -4,
        rx: 5,
        fill: 'none',
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
      }),
      Plot.rect(timeline.counts, {
        x1: (count: TimelineCount) => new Date(count.from),
        x2: (count: TimelineCount) => new Date(count.to),
        y1: (count: TimelineCount) => yOf(count) + 1,
        y2: (count: TimelineCount) => yOf(count) + ROW - 1,
        inset: 0.5,
        clip: true,
        fill: colour,
        fillOpacity: (count: TimelineCount) => 0.2 + 0.8 * Math.sqrt(count.count / most),
        title: (count: TimelineCount) => `${count.key}: ${count.count.toLocaleString('en-US')} ${count.kind}`,
      }),
    ],
    symbol: { type: 'identity' },
  })
}
