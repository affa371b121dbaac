import { type KeyboardEvent, useRef } from 'react'
import { classes } from '../ui/classes'
import type { OpenSheet } from './segment-of-place'
import styles from './table-reader.module.css'

/** The sheets of a workbook as tabs; those that a spreadsheet program hides are shown and said to be hidden. Arrows walk. */
export function SheetTabs({
  sheets,
  at,
  onShow,
}: {
  readonly sheets: readonly OpenSheet[]
  readonly at: number
  readonly onShow: (at: number) => void
}) {
  const strip = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent): void => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: sheets.length - 1 }[event.key]
    if (to === undefined || sheets[to] === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onShow(to)
    strip.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus()
  }
  return (
    <div ref={strip} className={styles.sheets} role="tablist" aria-label="Sheets">
      {sheets.map(({ name, hidden, pages }, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={index === at}
          tabIndex={index === at ? 0 : -1}
          className={classes(styles.sheet, index === at && styles.sheetShown)}
          onKeyDown={press}
          onClick={() => onShow(index)}
        >
          {name}
          {hidden ? <span className={styles.note}>hidden</span> : null}
          {pages.count === 0 ? <span className={styles.note}>empty</span> : null}
        </button>
      ))}
    </div>
  )
}
