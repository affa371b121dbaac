import { EVENT_KINDS } from '@shared/chronology/event'
import type { ChronologyLine } from '@shared/chronology/derived-events'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { type ChronologyFilter, NO_FILTER } from './chronology-filter'
import styles from './chronology.module.css'

type Props = { readonly lines: readonly ChronologyLine[]; readonly filter: ChronologyFilter; readonly onFilter: (filter: ChronologyFilter) => void }

/** What narrows list and timeline; the years are the timeline's zoom. */
export function ChronologyFilters({ lines, filter, onFilter }: Props) {
  const set = (change: Partial<ChronologyFilter>): void => onFilter({ ...filter, ...change })
  const counts = useMemo(() => {
    const kinds = new Map<string, number>()
    let [own, bare] = [0, 0]
    for (const line of lines) {
      kinds.set(line.kind, (kinds.get(line.kind) ?? 0) + 1)
      if (line.origin.from !== 'event') continue
      own += 1
      if (line.annotationIds.length === 0) bare += 1
    }
    return { kinds, own, bare, derived: lines.length - own }
  }, [lines])
  const active = (Object.keys(NO_FILTER) as (keyof ChronologyFilter)[]).some((field) => filter[field] !== '')
  return (
    <search className={styles.filters} aria-label="Narrow the chronology">
      <div className={styles.words}>
        <TextField label="Words" hideLabel type="search" placeholder="Words of the events" value={filter.words} onChange={(words) => set({ words })} />
      </div>
      <SelectField label="Kind" hideLabel value={filter.kind} options={[{ value: '', label: 'any kind' }, ...EVENT_KINDS.map((value) => ({ value, label: `${value} (${counts.kinds.get(value) ?? 0})` }))]} onChange={(kind) => set({ kind })} />
      <SelectField
        label="Where from"
        hideLabel
        value={filter.origin}
        options={[
          { value: '', label: 'from anywhere' },
          { value: 'own', label: `events of their own (${counts.own})` },
          { value: 'bare', label: `without a passage (${counts.bare})` },
          { value: 'derived', label: `derived (${counts.derived})` },
        ]}
        onChange={(origin) => set({ origin })}
      />
      <div className={styles.year}>
        <TextField label="From year" hideLabel placeholder="from year" value={filter.from} onChange={(from) => set({ from })} />
      </div>
      <div className={styles.year}>
        <TextField label="To year" hideLabel placeholder="to year" value={filter.to} onChange={(to) => set({ to })} />
      </div>
      {active ? (
        <Button kind="quiet" icon={X} onClick={() => onFilter(NO_FILTER)}>
          Clear
        </Button>
      ) : null}
    </search>
  )
}
