import { type Purchase, STAGE_WORDS, STAGES } from '@shared/purchases/purchase'
import { useMemo } from 'react'
import { SelectField } from '../ui/field'
import { FilterBar } from '../ui/filter-bar'
import { counted, withAny } from '../ui/filter-options'
import { facet, hasState, NO_FILTER, NO_YEAR, PURCHASE_STATES, type PurchaseFilter, STATE_WORDS, yearOf } from './purchase-rows'

/** Vendors and agencies named in a filter; the words find the others. */
const MOST_NAMES = 200

type Props = {
  readonly purchases: readonly Purchase[]
  readonly filter: PurchaseFilter
  readonly onFilter: (filter: PurchaseFilter) => void
}

/** What narrows the ledger; each choice says how many purchases it would have. */
export function PurchaseFilters({ purchases, filter, onFilter }: Props) {
  const set = (change: Partial<PurchaseFilter>): void => onFilter({ ...filter, ...change })
  const facets = useMemo(
    () => ({
      vendor: facet(purchases, ({ vendor }) => vendor).slice(0, MOST_NAMES),
      agency: facet(purchases, ({ agency }) => agency).slice(0, MOST_NAMES),
      stage: new Map(facet(purchases, ({ stage }) => stage)),
      year: facet(purchases, yearOf).toSorted((a, b) => (a[0] < b[0] ? 1 : -1)),
      state: new Map(PURCHASE_STATES.map((state) => [state, purchases.filter(hasState[state]).length])),
    }),
    [purchases],
  )
  return (
    <FilterBar label="Narrow the ledger" placeholder="Words in the ledger" filter={filter} none={NO_FILTER} onFilter={onFilter}>
      <SelectField
        label="Vendor"
        hideLabel
        value={filter.vendor}
        options={withAny('any vendor', counted(facets.vendor))}
        onChange={(vendor) => set({ vendor })}
      />
      <SelectField
        label="Agency"
        hideLabel
        value={filter.agency}
        options={withAny('any agency', counted(facets.agency))}
        onChange={(agency) => set({ agency })}
      />
      <SelectField
        label="Stage"
        hideLabel
        value={filter.stage}
        options={withAny(
          'any stage',
          STAGES.map((value) => ({ value, label: `${STAGE_WORDS[value]} (${facets.stage.get(value) ?? 0})` })),
        )}
        onChange={(stage) => set({ stage })}
      />
      <SelectField
        label="Year"
        hideLabel
        value={filter.year}
        options={withAny(
          'any year',
          facets.year.map(([value, count]) => ({ value, label: `${value === NO_YEAR ? 'not known' : value} (${count})` })),
        )}
        onChange={(year) => set({ year })}
      />
      <SelectField
        label="What is wanting"
        hideLabel
        value={filter.state}
        options={withAny(
          'complete or not',
          PURCHASE_STATES.map((value) => ({ value, label: `${STATE_WORDS[value]} (${facets.state.get(value) ?? 0})` })),
        )}
        onChange={(state) => set({ state })}
      />
    </FilterBar>
  )
}
