import { groupsOf, type ParityFilter } from '@shared/parity/matrix-view'
import { PARITY_STATE_WORDS, PARITY_STATES } from '@shared/parity/parity-cell'
import type { ParityMatrix } from '@shared/parity/parity-matrix'
import { CheckField, SelectField } from '../ui/field'
import styles from './parity-screen.module.css'

type MatrixFiltersProps = {
  readonly matrix: ParityMatrix
  readonly filter: ParityFilter
  readonly onFilter: (filter: ParityFilter) => void
  /** How many elements the filter leaves. */
  readonly shown: number
  /** How far the tables are, in words. */
  readonly tables: string
}

/** Narrows the matrix; every filter has to fit. */
export function MatrixFilters({ matrix, filter, onFilter, shown, tables }: MatrixFiltersProps) {
  const all = matrix.elements.length
  const states = PARITY_STATES.map((value) => ({ value, label: PARITY_STATE_WORDS[value] }))
  const groups = groupsOf(matrix.elements)
    .filter((group) => group !== '')
    .map((value) => ({ value, label: value }))
  return (
    <search className={styles.filters} aria-label="Narrow the matrix">
      <CheckField
        label="Only where agencies differ"
        checked={filter.differing}
        onChange={(differing) => onFilter({ ...filter, differing })}
      />
      <SelectField
        label="State"
        hideLabel
        value={filter.state}
        options={[{ value: 'any' as const, label: 'any state' }, ...states]}
        onChange={(state) => onFilter({ ...filter, state })}
      />
      <SelectField
        label="Group"
        hideLabel
        value={filter.group}
        options={[{ value: 'any', label: 'any group' }, ...groups]}
        onChange={(group) => onFilter({ ...filter, group })}
      />
      <output className={styles.faint}>
        {shown === all ? `${all} elements` : `${shown} of ${all} elements`}
        {tables}
      </output>
    </search>
  )
}
