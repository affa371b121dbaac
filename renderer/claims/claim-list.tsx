import type { AnalysisId, Section } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import { type ClaimFilter, EVERY_CLAIM, passesFilter } from '@shared/claims/filter-claims'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { PanelHeader } from '../ui/panel'
import { ClaimFilterBar } from './claim-filter-bar'
import { type ClaimLine, type ClaimOverview, useClaimOverview } from './claim-overview'
import styles from './claim-list.module.css'
import { ClaimRow } from './claim-row'

type ClaimListProps = {
  readonly analysisId: AnalysisId
  readonly selected: ClaimId | null
  readonly onSelect: (claimId: ClaimId) => void
}

type Item = { readonly kind: 'section'; readonly section: Section } | { readonly kind: 'claim'; readonly line: ClaimLine }

/** The claims of an analysis by section: number, text, judgement, evidence by relation. Fills the height of its panel. */
export function ClaimList({ analysisId, selected, onSelect }: ClaimListProps) {
  const overview = useClaimOverview(analysisId)
  const [filter, setFilter] = useState<ClaimFilter>(EVERY_CLAIM)
  const shown = useMemo(() => overview?.lines.filter((line) => passesFilter(line.claim, line.status, filter)) ?? [], [overview, filter])
  const undeveloped = overview?.lines.filter((line) => line.status === 'undeveloped').length ?? 0
  const only = filter.status === 'undeveloped'

  return (
    <section className={styles.panel} aria-label="Claims">
      <PanelHeader title="Claims" count={overview?.lines.length}>
        {undeveloped === 0 ? null : (
          <button type="button" className={styles.undeveloped} aria-pressed={only} title="Show only these" onClick={() => setFilter({ ...filter, status: only ? null : 'undeveloped' })}>
            {undeveloped} undeveloped
          </button>
        )}
      </PanelHeader>
      <ClaimFilterBar filter={filter} onChange={setFilter} />
      {overview === undefined ? null : overview === null || overview.lines.length === 0 ? (
        <p className={styles.empty}>{overview === null ? 'This analysis is not in the library.' : 'No claims yet. A claim is one assertion that a passage can support or contradict; add the first on the analysis page.'}</p>
      ) : shown.length === 0 ? (
        <p className={styles.empty}>
          No claim fits.{' '}
          <button type="button" className={styles.link} onClick={() => setFilter(EVERY_CLAIM)}>
            Show all {overview.lines.length}
          </button>
        </p>
      ) : (
        <Rows overview={overview} shown={shown} selected={selected} onSelect={onSelect} />
      )}
    </section>
  )
}

type RowsProps = Omit<ClaimListProps, 'analysisId'> & { readonly overview: ClaimOverview; readonly shown: readonly ClaimLine[] }

/** The list itself: draws only what is near; the arrow keys walk from claim to claim. */
function Rows({ overview, shown, selected, onSelect }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const items = useMemo(() => bySection(overview, shown), [overview, shown])
  const chosen = items.findIndex((item) => item.kind === 'claim' && item.line.claim.id === selected)
  const [active, setActive] = useState<number | null>(null)
  const wantsFocus = useRef(false)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'section' ? 28 : 78),
    getItemKey: (index) => keyOf(items[index]),
    overscan: 6,
  })
  const first = items.findIndex((item) => item.kind === 'claim')
  const stop = active !== null && items[active]?.kind === 'claim' ? active : chosen >= 0 ? chosen : first

  // Once for each claim chosen: the list must not jump back while it changes for other reasons.
  const scrolledTo = useRef<ClaimId | null>(null)
  useEffect(() => {
    if (chosen < 0 || scrolledTo.current === selected) return
    scrolledTo.current = selected
    rows.scrollToIndex(chosen, { align: 'auto' })
  }, [chosen, selected, rows])

  useEffect(() => {
    if (!wantsFocus.current || active === null) return
    const button = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`)
    if (!button) return
    wantsFocus.current = false
    button.focus()
  })

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -items.length, End: items.length }[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const places = items.flatMap((item, index) => (item.kind === 'claim' ? [index] : []))
    const next = places[Math.min(Math.max(places.indexOf(stop) + step, 0), places.length - 1)]
    if (next === undefined) return
    wantsFocus.current = true
    setActive(next)
    rows.scrollToIndex(next, { align: 'auto' })
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <ol className={styles.rows} style={{ height: rows.getTotalSize() }} aria-label="Claims by section">
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          return (
            <li key={row.key} data-index={row.index} ref={rows.measureElement} className={styles.row} style={{ transform: `translateY(${row.start}px)` }}>
              {item.kind === 'section' ? (
                <h3 className={styles.section}>
                  <span className={styles.sectionNumber}>{item.section.number}</span> {item.section.label}
                </h3>
              ) : (
                <ClaimRow line={item.line} selected={item.line.claim.id === selected} stop={row.index === stop} onKeyDown={onKeyDown} onFocus={() => setActive(row.index)} onSelect={() => onSelect(item.line.claim.id)} />
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

const keyOf = (item: Item | undefined): string => (item === undefined ? '' : item.kind === 'section' ? `section ${item.section.id}` : item.line.claim.id)

function bySection(overview: ClaimOverview, shown: readonly ClaimLine[]): readonly Item[] {
  const items: Item[] = []
  let current: string | null = null
  for (const line of shown) {
    if (line.claim.sectionId !== current) {
      current = line.claim.sectionId
      const section = overview.analysis.sections.find((one) => one.id === current)
      if (section !== undefined) items.push({ kind: 'section', section })
    }
    items.push({ kind: 'claim', line })
  }
  return items
}
