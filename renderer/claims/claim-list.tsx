import type { AnalysisId, Section } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import { type ClaimFilter, EVERY_CLAIM, passesFilter } from '@shared/claims/filter-claims'
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

/** The list itself; the arrow keys walk from claim to claim. Rows out of sight are not laid out (`content-visibility`). */
function Rows({ overview, shown, selected, onSelect }: RowsProps) {
  const list = useRef<HTMLOListElement>(null)
  const items = useMemo(() => bySection(overview, shown), [overview, shown])
  const [active, setActive] = useState<ClaimId | null>(null)
  const ids = shown.map((line) => line.claim.id)
  const stop = [active, selected].find((id) => id !== null && ids.includes(id)) ?? ids[0]

  useEffect(() => {
    if (selected !== null) list.current?.querySelector(`[data-claim="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -ids.length, End: ids.length }[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = Math.min(Math.max(ids.findIndex((id) => id === stop) + step, 0), ids.length - 1)
    list.current?.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }

  return (
    <ol ref={list} className={styles.rows} aria-label="Claims by section">
      {items.map((item) =>
        item.kind === 'section' ? (
          <li key={`section ${item.section.id}`}>
            <h3 className={styles.section}>
              <span className={styles.sectionNumber}>{item.section.number}</span> {item.section.label}
            </h3>
          </li>
        ) : (
          <li key={item.line.claim.id} className={styles.row}>
            <ClaimRow
              line={item.line}
              selected={item.line.claim.id === selected}
              stop={item.line.claim.id === stop}
              onKeyDown={onKeyDown}
              onFocus={() => setActive(item.line.claim.id)}
              onSelect={() => onSelect(item.line.claim.id)}
            />
          </li>
        ),
      )}
    </ol>
  )
}

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
