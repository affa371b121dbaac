import * as Plot from '@observablehq/plot'
import { DISCLOSURE_AUTHORS, DISCLOSURE_TRIGGERS } from '@shared/documents/disclosure-event'
import { AUTHOR_WORDS, TRIGGER_WORDS } from '@shared/documents/disclosure-standing'
import type { ChannelCell } from '@shared/sources/claims-by-channel'
import { useEffect, useRef } from 'react'
import styles from './channels.module.css'

/** A dot for each channel, its area by the number of claims: filled where events record it, a ring where it is only inferred. The table says the same in numbers. */
export function ChannelChart({ cells }: { readonly cells: readonly ChannelCell[] }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const dots = cells
      .map((cell) => ({
        author: AUTHOR_WORDS[cell.author],
        trigger: TRIGGER_WORDS[cell.trigger],
        disclosed: cell.disclosed,
        sure: cell.recorded.length,
        all: cell.recorded.length + cell.inferred.length,
      }))
      .filter(({ all }) => all > 0)
    type Dot = (typeof dots)[number]
    const colour = (dot: Dot): string => (dot.disclosed ? 'var(--supports)' : 'var(--undercuts)')
    const place = { x: 'trigger', y: 'author' } as const
    const chart = Plot.plot({
      style: { background: 'transparent', color: 'var(--ink)', fontFamily: 'var(--font-sans)', fontSize: '12px' },
      width: 960,
      height: 420,
      marginLeft: 124,
      marginTop: 44,
      marginRight: 12,
      x: { domain: DISCLOSURE_TRIGGERS.map((trigger) => TRIGGER_WORDS[trigger]), axis: 'top', label: null, tickSize: 0 },
      y: { domain: DISCLOSURE_AUTHORS.map((author) => AUTHOR_WORDS[author]), label: null, tickSize: 0 },
      r: { range: [0, 16], domain: [0, Math.max(1, ...dots.map(({ all }) => all))] },
      marks: [
        Plot.cell(cells, {
          x: (cell: ChannelCell) => TRIGGER_WORDS[cell.trigger],
          y: (cell: ChannelCell) => AUTHOR_WORDS[cell.author],
          fill: (cell: ChannelCell) => (cell.disclosed ? 'var(--supports-on)' : 'var(--panel)'),
          stroke: 'var(--line)',
          inset: 1,
        }),
        Plot.dot(dots, { ...place, r: 'all', stroke: colour, strokeWidth: 1.5, fill: 'none', dx: -22 }),
        Plot.dot(
          dots.filter(({ sure }) => sure > 0),
          { ...place, r: 'sure', fill: colour, dx: -22 },
        ),
        Plot.text(dots, {
          ...place,
          text: (dot: Dot) => (dot.sure === dot.all ? String(dot.all) : `${dot.sure} + ${dot.all - dot.sure}`),
          dx: 24,
          fill: 'var(--ink)',
          fontWeight: 600,
        }),
      ],
    })
    const frame = host.current
    frame?.replaceChildren(chart)
    return () => frame?.replaceChildren()
  }, [cells])
  return (
    <figure className={styles.figure}>
      <div ref={host} aria-hidden />
      <figcaption className={styles.third}>
        Filled and the first number: recorded by the disclosure events of documents. Ring and the second number: only inferred from the
        channels of cited sources. Tinted fields count as disclosed. A claim stands in every field from which something it rests on came.
      </figcaption>
    </figure>
  )
}
