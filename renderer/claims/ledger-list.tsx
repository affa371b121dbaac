import type { Analysis, Section } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import { type LedgerLine, progressOf } from '@shared/claims/ledger'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { shortcutFor } from '../app/shortcuts'
import { classes } from '../ui/classes'
import { moveClaim } from './commands/move-claim'
import { placeClaim } from './commands/place-claim'
import styles from './ledger.module.css'
import { LedgerRow } from './ledger-row'
import { useDragging } from './use-dragging'

type Item =
  | { readonly kind: 'section'; readonly key: string; readonly section: Section; readonly lines: readonly LedgerLine[] }
  | { readonly kind: 'claim'; readonly key: ClaimId; readonly line: LedgerLine }

/** Heights in CSS pixels before a row is measured. */
const HEIGHT = { section: 38, claim: 76 }

type LedgerListProps = {
  readonly analysis: Analysis
  readonly all: readonly LedgerLine[]
  readonly shown: readonly LedgerLine[]
  /** Whether nothing is left out, so that empty sections are shown as well. */
  readonly whole: boolean
  readonly act: Act
  readonly onOpen: (claimId: ClaimId) => void
}

/** The lines of the ledger by section, of which only those near the window are drawn. Arrows walk, Enter opens, Alt with an arrow or dragging moves a claim. */
export function LedgerList({ analysis, all, shown, whole, act, onOpen }: LedgerListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const items = useMemo(() => itemsOf(analysis, all, shown, whole), [analysis, all, shown, whole])
  const [active, setActive] = useState<ClaimId | null>(null)
  const walked = useRef(false)
  const ids = useMemo(() => shown.map((line) => line.claim.id), [shown])
  const stop = active !== null && ids.includes(active) ? active : ids[0]
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => HEIGHT[items[at]?.kind ?? 'claim'],
    getItemKey: (at) => items[at]?.key ?? at,
    overscan: 6,
  })
  const placeOf = (id: ClaimId | undefined): number => items.findIndex((item) => item.key === id)
  useEffect(() => {
    if (!walked.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-claim="${stop}"]`)
    if (row === null || row === undefined) return
    walked.current = false
    row.focus({ preventScroll: true })
  })

  const walk = (id: ClaimId | undefined): void => {
    if (id === undefined) return
    walked.current = true
    setActive(id)
    rows.scrollToIndex(placeOf(id), { align: 'auto' })
  }
  const onKeyDown = (line: LedgerLine, event: KeyboardEvent): void => {
    const at = ids.indexOf(line.claim.id)
    const moved = shortcutFor(event, 'lists')
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 8, PageUp: -8, Home: -ids.length, End: ids.length }[event.key]
    if (moved === 'move-row-up' || moved === 'move-row-down') {
      walked.current = true
      setActive(line.claim.id)
      void act(
        moveClaim,
        { id: line.claim.id, by: moved === 'move-row-up' ? -1 : 1 },
        `${line.claim.number} moved ${moved === 'move-row-up' ? 'up' : 'down'}.`,
      )
    } else if (step !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey)
      walk(ids[Math.min(Math.max(at + step, 0), ids.length - 1)])
    else return
    event.preventDefault()
  }
  const over = useDragging(scroller, (row, on) => {
    const dragged = all.find((line) => line.claim.id === row)
    const item = items.find((one) => one.key === on)
    if (dragged === undefined || item === undefined || dragged.claim.id === item.key) return
    const { id, number } = dragged.claim
    const place =
      item.kind === 'section'
        ? { sectionId: item.section.id, before: item.lines[0]?.claim.id ?? null }
        : { sectionId: item.line.claim.sectionId, before: item.line.claim.id }
    if (place.before !== id)
      void act(
        placeClaim,
        { id, ...place },
        `${number} moved ${item.kind === 'section' ? `to section ${item.section.number}` : `before ${item.line.claim.number}`}.`,
      )
  })
  // The row that the keyboard stands on stays drawn when it is scrolled out of sight.
  const drawn = [...new Set([...rows.getVirtualItems().map(({ index }) => index), Math.max(0, placeOf(stop))])].sort((a, b) => a - b)

  return (
    <div ref={scroller} className={styles.scroller}>
      <ol className={styles.rows} style={{ height: rows.getTotalSize() }} aria-label="Ledger">
        {drawn.map((at) => {
          const item = items[at]
          return item === undefined ? null : (
            <li
              key={item.key}
              data-index={at}
              data-row={item.key}
              ref={rows.measureElement}
              className={classes(styles.row, over === item.key && styles.over)}
              style={{ transform: `translateY(${rows.measurementsCache[at]?.start ?? 0}px)` }}
              draggable={item.kind === 'claim'}
            >
              {item.kind === 'section' ? (
                <SectionHead item={item} />
              ) : (
                <LedgerRow
                  line={item.line}
                  stop={item.key === stop}
                  onFocus={() => setActive(item.key)}
                  onKeyDown={(event) => onKeyDown(item.line, event)}
                  onOpen={() => onOpen(item.key)}
                />
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function SectionHead({ item: { section, lines } }: { readonly item: Extract<Item, { readonly kind: 'section' }> }) {
  const { of, checked } = progressOf(lines)
  return (
    <h2 className={styles.section}>
      <span className={styles.sectionNumber}>{section.number}</span> {section.label}
      <span className={styles.sectionFacts}>
        {lines.length === 0 ? 'no claims' : `${lines.length} ${lines.length === 1 ? 'claim' : 'claims'}`}
        {of === 0 ? null : ` · ${checked} of ${of} checked`}
      </span>
    </h2>
  )
}

function itemsOf(analysis: Analysis, all: readonly LedgerLine[], shown: readonly LedgerLine[], whole: boolean): readonly Item[] {
  const known = new Set(analysis.sections.map((section) => section.id))
  const claims = (lines: readonly LedgerLine[]): readonly Item[] => lines.map((line) => ({ kind: 'claim', key: line.claim.id, line }))
  const sections = analysis.sections
    .toSorted((a, b) => a.number - b.number)
    .flatMap((section): readonly Item[] => {
      const here = shown.filter((line) => line.claim.sectionId === section.id)
      if (here.length === 0 && !whole) return []
      return [
        { kind: 'section', key: `section ${section.id}`, section, lines: all.filter((line) => line.claim.sectionId === section.id) },
        ...claims(here),
      ]
    })
  return [...sections, ...claims(shown.filter((line) => !known.has(line.claim.sectionId)))]
}
