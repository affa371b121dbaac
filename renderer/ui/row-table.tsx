import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ComponentProps, ReactNode, RefObject } from 'react'
import { classes } from './classes'
import styles from './row-table.module.css'

/** Height of the row of headings, CSS pixels; it stands still while the rows scroll. */
export const TABLE_HEAD = 30

/** What cells and what stands in them look like: a cell, one whose words end at its right, the button that covers a row, figures, what is said quietly. */
export const cellStyles = { cell: styles.cell, end: styles.end, cover: styles.cover, mono: styles.mono, faint: styles.faint } as const

type RowTableProps = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly label: string
  /** How many rows there are, and how high each is (CSS pixels). */
  readonly count: number
  readonly height: number
  /** Says the columns: `--columns`, as of a grid, and `--least-width`. */
  readonly columns: string | undefined
  /** Changes the frame that scrolls, where the table does not fill what there is. */
  readonly frame?: string | undefined
  readonly head: ReactNode
  /** The rows in sight, each a `TableRow`. */
  readonly children: ReactNode
}

/** A table of which only the rows in sight are drawn; `useRowWindow` and `useRowWalk` say which these are. */
export function RowTable({ scroller, label, count, height, columns, frame, head, children }: RowTableProps) {
  return (
    <div ref={scroller} className={classes(styles.scroller, frame)}>
      <table aria-label={label} aria-rowcount={count + 1} className={classes(styles.table, columns)}>
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={styles.row} style={{ height: TABLE_HEAD }}>
            {head}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: count * height }}>
          {children}
        </tbody>
      </table>
    </div>
  )
}

type TableRowProps = Pick<ComponentProps<'tr'>, 'aria-current' | 'children'> & {
  /** Its place among all rows, from 0. */
  readonly index: number
  readonly height: number
  readonly chosen?: boolean | undefined
}

/** A row at its place in the table. */
export function TableRow({ index, height, chosen = false, ...rest }: TableRowProps) {
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes(styles.row, styles.line, chosen && styles.chosen)}
      style={{ height, transform: `translateY(${index * height}px)` }}
      {...rest}
    />
  )
}

type SortHeadProps = {
  readonly name: string
  readonly sorted: 'ascending' | 'descending' | 'none'
  readonly onSort: () => void
  /** Stands at the right, above figures. */
  readonly end?: boolean | undefined
  readonly className?: string | undefined
}

/** The heading of a column by which the rows can be put in order. */
export function SortHead({ name, sorted, onSort, end = false, className }: SortHeadProps) {
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  const arrow = sorted === 'none' ? null : <Arrow size={12} strokeWidth={1.8} aria-hidden />
  return (
    <th scope="col" aria-sort={sorted} className={classes(styles.cell, end && styles.end, className)}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {end ? arrow : null}
        {name}
        {end ? null : arrow}
      </button>
    </th>
  )
}
