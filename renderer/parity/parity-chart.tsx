import * as Plot from '@observablehq/plot'
import type { ColumnTally } from '@shared/parity/matrix-view'
import { PARITY_STATES, type ParityState } from '@shared/parity/parity-cell'
import { PARITY_SIGNS } from '@shared/parity/state-signs'
import { useEffect, useRef } from 'react'
import styles from './parity-chart.module.css'
import { ParityStateSign } from './state-sign'

const LABELS = 92
const BAR = 30
/** The colours of the signs; a state is told by its letter in the bar and by the table, never by colour alone. */
const FILLS: Readonly<Record<ParityState, string>> = {
  specific: 'var(--accent-soft)',
  'same-text': 'var(--defines-on)',
  withheld: 'var(--line-strong)',
  blank: 'var(--raised)',
  'column-omitted': 'var(--qualifies-on)',
  'not-asked': 'var(--context-on)',
  'not-applicable': 'var(--background)',
  'not-looked': 'var(--panel)',
  'not-found': 'var(--undercuts-on)',
}

/** How many elements are in which state, by agency and year: stacked bars, and the same as a table. */
export function ParityChart({ tallies, elements }: { readonly tallies: readonly ColumnTally[]; readonly elements: number }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const bars = tallies.flatMap(({ agency, year, states }) => {
      let before = 0
      return states.map(({ state, count }) => {
        const from = before
        before += count
        return { column: `${agency.short} ${year}`, state, count, from, to: before }
      })
    })
    const there = bars.filter(({ count }) => count > 0)
    const chart = Plot.plot({
      style: { background: 'transparent', color: 'var(--ink)', fontFamily: 'var(--font-sans)', fontSize: '12px' },
      width: 820,
      height: 44 + BAR * tallies.length,
      marginLeft: LABELS,
      x: { label: 'elements', domain: [0, Math.max(1, elements)] },
      y: { label: null, domain: tallies.map(({ agency, year }) => `${agency.short} ${year}`) },
      marks: [
        Plot.barX(there, {
          y: 'column',
          x1: 'from',
          x2: 'to',
          fill: (bar: { readonly state: ParityState }) => FILLS[bar.state],
          stroke: 'var(--ink-3)',
          strokeWidth: 0.75,
          insetTop: 3,
          insetBottom: 3,
        }),
        Plot.text(there, {
          y: 'column',
          x: (bar: { readonly from: number; readonly to: number }) => (bar.from + bar.to) / 2,
          text: (bar: { readonly state: ParityState }) => PARITY_SIGNS[bar.state].letter,
          fill: 'var(--ink)',
        }),
      ],
    })
    const frame = host.current
    frame?.replaceChildren(chart)
    return () => frame?.replaceChildren()
  }, [tallies, elements])
  const states = PARITY_STATES.filter((state) =>
    tallies.some((tally) => tally.states.some((each) => each.state === state && each.count > 0)),
  )
  return (
    <section className={styles.chart} aria-label="States by agency and year">
      <div ref={host} aria-hidden />
      <table className={styles.table}>
        <caption>
          Elements by state. No state ranks above another: an answer can be one sentence repeated, and a blank can be right.
        </caption>
        <thead>
          <tr>
            <th scope="col">State</th>
            {tallies.map(({ agency, year }) => (
              <th key={`${agency.id} ${year}`} scope="col" className={styles.number}>
                {agency.short} {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state}>
              <th scope="row">
                <span className={styles.letter}>{PARITY_SIGNS[state].letter}</span> <ParityStateSign state={state} />
              </th>
              {tallies.map(({ agency, year, states: counts }) => (
                <td key={`${agency.id} ${year}`} className={styles.number}>
                  {counts.find((each) => each.state === state)?.count ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
