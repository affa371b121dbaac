import * as Plot from '@observablehq/plot'
import type { Unit } from '@shared/purchases/figures'
import { rangeWords } from '@shared/purchases/amount'
import type { Total } from '@shared/purchases/totals'
import { useEffect, useRef, useState } from 'react'
import styles from './purchases.module.css'

/** Groups that are drawn; the table has them all. */
const MOST = 10
/** Room for names at the left and for sums at the right, and the height of a bar, CSS pixels. */
const LEFT = 190
const RIGHT = 190
const BAR = 22
const LONGEST = 30

/** Sums as bars: filled up to the lowest, outlined on to the highest where a sum is a range. The table beneath says the same in numbers. */
export function TotalsChart({ totals, unit }: { readonly totals: readonly Total[]; readonly unit: Unit }) {
  const host = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(760)
  const all = totals.filter((total) => total.rows.length > 0)
  const bars = all.slice(0, MOST)
  useEffect(() => {
    const frame = host.current
    if (frame === null) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(420, Math.floor(entry.contentRect.width))))
    watch.observe(frame)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const drawn = totals.filter((total) => total.rows.length > 0).slice(0, MOST)
    const data = drawn.map((total) => ({
      key: total.key,
      label: shortened(total.label),
      low: Number(total.low) / 100,
      high: Number(total.high) / 100,
      words: rangeWords(total, unit.currency),
    }))
    const names = new Map(data.map((bar) => [bar.key, bar.label]))
    const chart = Plot.plot({
      style: { background: 'transparent', color: 'var(--ink)', fontFamily: 'var(--font-sans)', fontSize: '11px' },
      width,
      height: 34 + BAR * data.length,
      marginLeft: LEFT,
      marginRight: RIGHT,
      marginTop: 4,
      marginBottom: 26,
      x: { label: null, grid: true, ticks: 4, tickFormat: (value: number) => short(value, unit.currency) },
      y: { label: null, domain: data.map((bar) => bar.key), tickFormat: (key: string) => names.get(key) ?? '', tickSize: 0 },
      marks: [
        Plot.barX(data, {
          y: 'key',
          x1: 'low',
          x2: 'high',
          fill: 'var(--accent-soft)',
          stroke: 'var(--accent)',
          strokeDasharray: '3 2',
          insetTop: 4,
          insetBottom: 4,
        }),
        Plot.barX(data, { y: 'key', x: 'low', fill: 'var(--accent)', insetTop: 4, insetBottom: 4 }),
        Plot.text(data, {
          y: 'key',
          x: (bar: { readonly high: number }) => Math.max(0, bar.high),
          text: 'words',
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--ink-2)',
        }),
        Plot.ruleX([0]),
      ],
    })
    const frame = host.current
    frame?.replaceChildren(chart)
    return () => frame?.replaceChildren()
  }, [totals, unit, width])
  return (
    <figure className={styles.chart}>
      <div ref={host} aria-hidden />
      <figcaption className={styles.hint}>
        {all.length > bars.length ? `The first ${bars.length} of ${all.length.toLocaleString('en-US')}; the table has all. ` : ''}
        {bars.some((bar) => bar.low !== bar.high) ? 'Filled: the lowest that sources say. Dashed: up to the highest.' : ''}
      </figcaption>
    </figure>
  )
}

const shortened = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words)
/** `$3.75M` on the axis; the bars carry the exact sums. */
const short = (value: number, currency: string): string =>
  `${value < 0 ? '−' : ''}${currency === 'USD' ? '$' : `${currency} `}${Math.abs(value).toLocaleString('en-US', { notation: 'compact', maximumFractionDigits: 2 })}`
