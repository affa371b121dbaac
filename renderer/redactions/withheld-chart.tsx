import * as Plot from '@observablehq/plot'
import type { RedactionTally } from '@shared/redactions/tally-redactions'
import { useEffect, useRef } from 'react'
import styles from './redactions-panel.module.css'

const STATES = ['confirmed', 'proposed'] as const

/** How the share under redactions goes over the pages of a document: confirmed ones are filled, proposed ones outlined. The table says the same in numbers. */
export function WithheldChart({ tally, pageCount }: { readonly tally: RedactionTally; readonly pageCount: number }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const pages = tally.pages.flatMap(({ pageIndex, share }) =>
      STATES.map((state) => ({ page: pageIndex + 1, state, share: 100 * share[state] })),
    )
    const look = {
      fill: (bar: { readonly state: string }) => (bar.state === 'confirmed' ? 'var(--accent)' : 'var(--accent-soft)'),
      stroke: 'var(--accent)',
      strokeWidth: 1,
    }
    const style = { background: 'transparent', color: 'var(--ink)', fontFamily: 'var(--font-sans)', fontSize: '11px' }
    const byPage = Plot.plot({
      style,
      width: 290,
      height: 120,
      marginLeft: 34,
      x: {
        label: 'file page',
        domain: [0.5, Math.max(2, pageCount) + 0.5],
        tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ''),
      },
      y: { label: '% of the page', grid: true, ticks: 4 },
      marks: [
        Plot.rectY(pages, {
          x1: (bar: { readonly page: number }) => bar.page - 0.45,
          x2: (bar: { readonly page: number }) => bar.page + 0.45,
          y: 'share',
          ...look,
        }),
        Plot.ruleY([0]),
      ],
    })
    const frame = host.current
    frame?.replaceChildren(byPage)
    return () => frame?.replaceChildren()
  }, [tally, pageCount])
  return (
    <figure className={styles.figure}>
      <div ref={host} aria-hidden />
      <figcaption className={styles.faint}>Filled: confirmed. Outlined: proposed.</figcaption>
    </figure>
  )
}
