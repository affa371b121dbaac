import { completed, completionsOf } from '@shared/annotations/tags'
import { type KeyboardEvent, useId, useState } from 'react'
import { classes } from '../ui/classes'
import styles from './tag-field.module.css'
import { useKnownTags } from './use-known-tags'

type TagFieldProps = {
  /** Tags with commas between them, as they are typed. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label?: string
  readonly hideLabel?: boolean
  readonly focusAtStart?: boolean
}

/** A field for tags that completes those in use: arrows choose one, Enter takes it. */
export function TagField({ value, onChange, label = 'Tags', hideLabel = false, focusAtStart = false }: TagFieldProps) {
  const id = useId()
  const known = useKnownTags()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const offered = open ? completionsOf(value, known) : []
  const take = (tag: string): void => {
    onChange(completed(value, tag))
    setActive(-1)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const chosen = offered[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setActive((active + (event.key === 'ArrowDown' ? 1 : offered.length)) % Math.max(1, offered.length))
    else if (event.key === 'Enter' && chosen !== undefined) take(chosen)
    else if (event.key === 'Escape' && active !== -1) setActive(-1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? styles.hidden : styles.label}>
        {label}
      </label>
      <input
        id={id}
        ref={focusAtStart ? focusOnce : null}
        className={styles.box}
        aria-describedby={`${id}-said`}
        placeholder="money, dates"
        value={value}
        data-own-keys={active === -1 ? 'arrows' : 'arrows enter'}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        onChange={(event) => {
          setActive(-1)
          onChange(event.target.value)
        }}
      />
      <ul aria-label="Tags in use" className={styles.list}>
        {offered.map((tag, at) => (
          <li key={tag}>
            <button
              type="button"
              tabIndex={-1}
              className={classes(styles.option, at === active && styles.active)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(tag)}
            >
              {tag}
            </button>
          </li>
        ))}
      </ul>
      <output id={`${id}-said`} className={styles.hidden}>
        {offered[active] === undefined
          ? 'Put commas between tags; arrows walk through those in use.'
          : `${offered[active]}: Enter takes it`}
      </output>
    </div>
  )
}

const focusOnce = (box: HTMLInputElement | null): void => box?.focus({ preventScroll: true })
