import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { TextField } from './field'
import styles from './filter-bar.module.css'

/** What a narrow field of a filter (a year, a page) and two fields that belong together stand in. */
export const filterStyles = { number: styles.number, pair: styles.pair } as const

type FilterBarProps<Filter extends Readonly<Record<string, string>>> = {
  /** What is narrowed, for screen readers: `Narrow the marks`. */
  readonly label: string
  readonly placeholder: string
  readonly filter: Filter & { readonly words: string }
  /** The filter that narrows nothing. */
  readonly none: Filter
  readonly onFilter: (filter: Filter) => void
  /** The choices after the field for words. */
  readonly children: ReactNode
  /** Those of a second row. */
  readonly below?: ReactNode
  /** What stands at the end of the row and is no filter: buttons that do something with the whole list. */
  readonly aside?: ReactNode
}

/** The row above a list that narrows it: a field for words, the choices, and the way back to the whole list once anything is narrowed. */
export function FilterBar<Filter extends Readonly<Record<string, string>>>({
  label,
  placeholder,
  filter,
  none,
  onFilter,
  children,
  below = null,
  aside = null,
}: FilterBarProps<Filter>) {
  const active = Object.keys(none).some((field) => filter[field] !== none[field])
  return (
    <search className={styles.bar} aria-label={label}>
      <div className={styles.row}>
        <div className={styles.words}>
          <TextField
            label="Words"
            hideLabel
            type="search"
            placeholder={placeholder}
            value={filter.words}
            onChange={(words) => onFilter({ ...filter, words })}
          />
        </div>
        {children}
        {active ? (
          <Button kind="quiet" icon={X} onClick={() => onFilter(none)}>
            Clear
          </Button>
        ) : null}
        {aside === null ? null : <div className={styles.aside}>{aside}</div>}
      </div>
      {below === null ? null : <div className={styles.row}>{below}</div>}
    </search>
  )
}
