import type { AnalysisId, Section } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import { type ClaimFilter, EVERY_CLAIM, passesFilter } from '@shared/claims/filter-claims'
import type { LedgerLine } from '@shared/claims/ledger'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { PanelHeader } from '../ui/panel'
import { ClaimFilterBar } from './claim-filter-bar'
import styles from './claim-list.module.css'
import { ClaimRow } from './claim-row'
import { type Ledger, useLedger } from './ledger-source'

type ClaimListProps = {
  readonly analysisId: AnalysisId
  readonly selected: ClaimId | null
  readonly onSelect: (claimId: ClaimId) => void
}

type Item = { readonly kind: 'section'; readonly section: Section } | { readonly kind: 'claim'; readonly line: LedgerLine }

/** The claims of an analysis by section: number, text, judgement, evidence by relation. Fills the height of its panel. */
export function ClaimList({ analysisId, selected, onSelect }: ClaimListProps) {
  const ledger = useLedger(analysisId)
  const [filter, setFilter] = useState<ClaimFilter>(EVERY_CLAIM)
  const shown = useMemo(() => ledger?.lines.filter((line) => passesFilter(line.claim, line.whole.status, filter)) ?? [], [ledger, filter])
  const undeveloped = ledger?.lines.filter((line) => line.whole.status === 'undeveloped' && line.claim.mergedInto === undefined).length ?? 0
  const only = filter.status === 'undeveloped'

  return (
    <section className={styles.panel} aria-label="Claims">
      <PanelHeader title="Claims" count={ledger?.lines.length}>
        {undeveloped === 0 ? null : (
          <button
            type="button"
            className={styles.undeveloped}
            aria-pressed={only}
            title="Show only these"
            onClick={() => setFilter({ ...filter, status: only ? null : 'undeveloped' })}
          >
            {undeveloped} undeveloped
          </button>
        )}
      </PanelHeader>
      <ClaimFilterBar filter={filter} onChange={setFilter} />
      {ledger === undefined ? null : ledger === null || ledger.lines.length === 0 ? (
        <p className={styles.empty}>
          {ledger === null
            ? 'This analysis is not in the library.'
            : 'No claims yet. A claim is one assertion that a passage can support or contradict; add the first on the analysis page.'}
        </p>
      ) : shown.length === 0 ? (
        <p className={styles.empty}>
          No claim fits.{' '}
          <button type="button" className={styles.link} onClick={() => setFilter(EVERY_CLAIM)}>
            Show all {ledger.lines.length}
          </button>
        </p>
      ) : (
        <Rows ledger={ledger} shown={shown} selected={selected} onSelect={onSelect} />
      )}
    </section>
  )
}

/** Up to so many rows are drawn whole, so that the browser's own finding and a screen reader's list reach all of them. */
const WHOLE = 120
/** Heights in CSS pixels before a row is measured. */
const HEIGHT = { section: 34, claim: 84 }

type RowsProps = Omit<ClaimListProps, 'analysisId'> & { readonly ledger: Ledger; readonly shown: readonly LedgerLine[] }

/** The list itself; the arrow keys walk from claim to claim. Of a long list only the rows near the window are drawn. */
function Rows({ ledger, shown, selected, onSelect }: RowsProps) {
  const list = useRef<HTMLDivElement>(null)
  const items = useMemo(() => bySection(ledger, shown), [ledger, shown])
  const [active, setActive] = useState<ClaimId | null>(null)
  const walked = useRef(false)
  const ids = shown.map((line) => line.claim.id)
  const stop = [active, selected].find((id) => id !== null && ids.includes(id)) ?? ids[0]
  const long = items.length > WHOLE
  const rows = useVirtualizer({
    count: items.length,
    enabled: long,
    getScrollElement: () => list.current,
    estimateSize: (at) => HEIGHT[items[at]?.kind ?? 'claim'],
    getItemKey: (at) => keyOf(items[at]),
    overscan: 8,
  })
  const placeOf = (id: ClaimId | undefined): number => items.findIndex((item) => item.kind === 'claim' && item.line.claim.id === id)
  const show = useRef<(id: ClaimId) => void>(() => undefined)
  useEffect(() => {
    show.current = (id) => {
      if (long) rows.scrollToIndex(placeOf(id), { align: 'auto' })
      else list.current?.querySelector(`[data-claim="${id}"]`)?.scrollIntoView({ block: 'nearest' })
    }
  })
  useEffect(() => {
    if (selected !== null) show.current(selected)
  }, [selected])
  useEffect(() => {
    if (!walked.current) return
    walked.current = false
    list.current?.querySelector<HTMLElement>(`[data-claim="${stop}"]`)?.focus()
  })

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -ids.length, End: ids.length }[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = ids[Math.min(Math.max(ids.findIndex((id) => id === stop) + step, 0), ids.length - 1)]
    if (next === undefined) return
    walked.current = true
    setActive(next)
    show.current(next)
  }
  // The row that the keyboard stands on stays drawn when it is scrolled out of sight.
  const drawn = long
    ? [...new Set([...rows.getVirtualItems().map(({ index }) => index), Math.max(0, placeOf(stop))])].sort((a, b) => a - b)
    : items.map((_, at) => at)
  const offset = (at: number): number => rows.measurementsCache[at]?.start ?? 0

  return (
    <div ref={list} className={styles.rows}>
      <ol aria-label="Claims by section" style={long ? { height: rows.getTotalSize() } : undefined}>
        {drawn.map((at) => {
          const item = items[at]
          return item === undefined ? null : (
            <li
              key={keyOf(item)}
              data-index={at}
              ref={long ? rows.measureElement : undefined}
              className={long ? styles.placed : item.kind === 'claim' ? styles.row : undefined}
              style={long ? { transform: `translateY(${offset(at)}px)` } : undefined}
            >
              {item.kind === 'section' ? (
                <h3 className={styles.section}>
                  <span className={styles.sectionNumber}>{item.section.number}</span> {item.section.label}
                </h3>
              ) : (
                <ClaimRow
                  line={item.line}
                  selected={item.line.claim.id === selected}
                  stop={item.line.claim.id === stop}
                  onKeyDown={onKeyDown}
                  onFocus={() => setActive(item.line.claim.id)}
                  onSelect={() => onSelect(item.line.claim.id)}
                />
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

const keyOf = (item: Item | undefined): string =>
  item === undefined ? '' : item.kind === 'section' ? `section ${item.section.id}` : item.line.claim.id

function bySection(ledger: Ledger, shown: readonly LedgerLine[]): readonly Item[] {
  const items: Item[] = []
  let current: string | null = null
  for (const line of shown) {
    if (line.claim.sectionId !== current) {
      current = line.claim.sectionId
      const section = ledger.analysis.sections.find((one) => one.id === current)
      if (section !== undefined) items.push({ kind: 'section', section })
    }
    items.push({ kind: 'claim', line })
  }
  return items
}
