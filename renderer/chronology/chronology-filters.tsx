import { EVENT_KINDS } from '@shared/chronology/event'
import type { ChronologyLine } from '@shared/chronology/derived-events'
import { useMemo } from 'react'
import { SelectField, TextField } from '../ui/field'
import { FilterBar, filterStyles } from '../ui/filter-bar'
import { withAny } from '../ui/filter-options'
import { type ChronologyFilter, NO_FILTER } from './chronology-filter'

type Props = {
  readonly lines: readonly ChronologyLine[]
  readonly filter: ChronologyFilter
  readonly onFilter: (filter: ChronologyFilter) => void
}

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
  return (
    <FilterBar label="Narrow the chronology" placeholder="Words of the events" filter={filter} none={NO_FILTER} onFilter={onFilter}>
      <SelectField
        label="Kind"
        hideLabel
        value={filter.kind}
        options={withAny(
          'any kind',
          EVENT_KINDS.map((value) => ({ value, label: `${value} (${counts.kinds.get(value) ?? 0})` })),
        )}
        onChange={(kind) => set({ kind })}
      />
      <SelectField
        label="Where from"
        hideLabel
        value={filter.origin}
        options={withAny('from anywhere', [
          { value: 'own' as const, label: `events of their own (${counts.own})` },
          { value: 'bare' as const, label: `without a passage (${counts.bare})` },
          { value: 'derived' as const, label: `from purchases and documents (${counts.derived})` },
        ])}
        onChange={(origin) => set({ origin })}
      />
      <div className={filterStyles.number}>
        <TextField label="From year" hideLabel placeholder="from year" value={filter.from} onChange={(from) => set({ from })} />
      </div>
      <div className={filterStyles.number}>
        <TextField label="To year" hideLabel placeholder="to year" value={filter.to} onChange={(to) => set({ to })} />
      </div>
    </FilterBar>
  )
}
