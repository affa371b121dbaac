import { columnLetters } from '@shared/tables/table'
import { ArrowDown, ArrowUp, ListFilter } from 'lucide-react'
import { memo, type PointerEvent } from 'react'
import { toneOf } from '../annotations/marks'
import { classes } from '../ui/classes'
import { Menu, type MenuItem } from '../ui/menu'
import { cutCell, markOfCell } from './cell'
import styles from './table-grid.module.css'
import { RowNumber, type TableRowProps } from './table-row'
import { NARROWEST, type SetWidth } from './use-column-widths'
import type { RowFilter, RowOrder } from './table-view'

type TableHeadProps = Omit<TableRowProps, 'row' | 'top' | 'ariaRow' | 'formulas'> & {
  readonly widths: readonly number[]
  readonly filter: RowFilter
  readonly sorted: RowOrder
  readonly menuOf: (column: number) => readonly MenuItem[]
  readonly onWidth: SetWidth
}

/** The row of headings, with a menu and an edge to drag for each column. It stays as it is while the rows are scrolled. */
export const TableHead = memo(function TableHead(props: TableHeadProps) {
  const { page, number, cells, width, columns, chosen, chosenId, marks, selected, hits, onChoose } = props
  const { widths, filter, sorted, menuOf, onWidth } = props
  return (
    <tr aria-rowindex={1} className={classes(styles.row, styles.head, chosen !== undefined && styles.currentRow)} style={{ width }}>
      <RowNumber row={-1} {...{ number, chosen, chosenId, onChoose }} whole={markOfCell(marks, page, null)} />
      {columns.map(({ index: column, start, size }) => {
        const text = cells[column] ?? ''
        const mark = markOfCell(marks, page, column)
        const order = sorted?.column === column ? sorted : null
        return (
          <th
            key={column}
            scope="col"
            aria-colindex={column + 2}
            id={chosen === column ? chosenId : undefined}
            aria-selected={chosen === column}
            aria-sort={order === null ? undefined : order.down ? 'descending' : 'ascending'}
            className={classes(
              styles.cell,
              chosen === column && styles.current,
              hits.has(`-1 ${column}`) && styles.hit,
              mark !== undefined && mark.annotation.id === selected && styles.selected,
            )}
            data-tone={mark === undefined ? undefined : toneOf(mark)}
            style={{ left: start, width: size }}
            onPointerDown={() => onChoose({ row: -1, column }, mark ?? null)}
          >
            <span className={styles.heading} title={text}>
              <span className={styles.letters}>{columnLetters(column + 1)}</span> {cutCell(text)}
            </span>
            <Menu
              trigger={
                <button
                  type="button"
                  tabIndex={-1}
                  className={styles.menu}
                  aria-label={`Sort or narrow by column ${columnLetters(column + 1)}`}
                >
                  {filter.values.has(column) ? (
                    <ListFilter size={13} strokeWidth={1.8} aria-hidden />
                  ) : order !== null && !order.down ? (
                    <ArrowUp size={13} strokeWidth={1.8} aria-hidden />
                  ) : (
                    <ArrowDown size={13} strokeWidth={1.8} aria-hidden className={order === null ? styles.faint : undefined} />
                  )}
                </button>
              }
              items={() => menuOf(column)}
            />
            <span className={styles.edge} aria-hidden onPointerDown={(event) => drag(event, column, widths[column] ?? 0, onWidth)} />
          </th>
        )
      })}
    </tr>
  )
})

/** Follows the pointer with a column's edge until it is let go. */
function drag(event: PointerEvent<HTMLSpanElement>, column: number, width: number, onWidth: SetWidth): void {
  event.preventDefault()
  const [from, edge] = [event.clientX, event.currentTarget]
  edge.setPointerCapture(event.pointerId)
  let latest = width
  const move = (moved: globalThis.PointerEvent): void => {
    latest = Math.max(NARROWEST, width + moved.clientX - from)
    onWidth(column, latest, false)
  }
  const settle = (): void => {
    edge.removeEventListener('pointermove', move)
    if (latest !== width) onWidth(column, latest, true)
  }
  edge.addEventListener('pointermove', move)
  edge.addEventListener('lostpointercapture', settle, { once: true })
}
