import type { AnnotationId } from '@shared/annotations/annotation'
import type { VirtualItem } from '@tanstack/react-virtual'
import { memo } from 'react'
import { type Mark, toneOf } from '../annotations/marks'
import { classes } from '../ui/classes'
import { cutCell, markOfCell } from './cell'
import styles from './table-grid.module.css'
import type { CellPlace } from './table-view'

export type TableRowProps = {
  /** Its place in the sheet. */
  readonly row: number
  readonly page: number
  /** The number of the row as the sheet counts it. */
  readonly number: number
  readonly cells: readonly string[]
  readonly ariaRow: number
  /** Place and size in the grid, CSS pixels. */
  readonly top: number
  readonly width: number
  readonly columns: readonly VirtualItem[]
  /** The chosen column, null for the whole row; undefined where another row is chosen. */
  readonly chosen: number | null | undefined
  /** The id of what is chosen, which the grid names. */
  readonly chosenId: string
  readonly marks: readonly Mark[]
  readonly selected: AnnotationId | null
  /** Rows and columns of what is being found. */
  readonly hits: ReadonlySet<string>
  /** Columns with formulas, from 1. */
  readonly formulas: readonly number[]
  readonly onChoose: (place: CellPlace, mark: Mark | null) => void
}

/** A row of the grid. While the grid is scrolled, rows that stay in sight are not drawn again. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, page, number, cells, ariaRow, top, width, columns, chosen, chosenId, marks, selected, hits, formulas, onChoose } = props
  const whole = markOfCell(marks, page, null)
  return (
    <tr
      aria-rowindex={ariaRow}
      className={classes(styles.row, chosen !== undefined && styles.currentRow)}
      style={{ width, transform: `translateY(${top}px)` }}
    >
      <RowNumber {...{ row, number, chosen, chosenId, whole, onChoose }} />
      {columns.map(({ index: column, start, size }) => {
        const mark = markOfCell(marks, page, column)
        return (
          <td
            key={column}
            aria-colindex={column + 2}
            id={chosen === column ? chosenId : undefined}
            aria-selected={chosen === column}
            className={classes(
              styles.cell,
              chosen === column && styles.current,
              hits.has(`${row} ${column}`) && styles.hit,
              mark !== undefined && mark.annotation.id === selected && styles.selected,
            )}
            data-tone={mark === undefined ? undefined : toneOf(mark)}
            style={{ left: start, width: size }}
            onPointerDown={() => onChoose({ row, column }, mark ?? null)}
          >
            {formulas.includes(column + 1) ? (
              <abbr className={styles.formula} title="The stored result of a formula. Vouch runs none.">
                ƒ
              </abbr>
            ) : null}
            {cutCell(cells[column] ?? '')}
          </td>
        )
      })}
    </tr>
  )
})

type RowNumberProps = Pick<TableRowProps, 'row' | 'number' | 'chosen' | 'chosenId' | 'onChoose'> & { readonly whole: Mark | undefined }

/** The number of a row, which chooses all of it. */
export function RowNumber({ row, number, chosen, chosenId, whole, onChoose }: RowNumberProps) {
  return (
    <th
      scope="row"
      id={chosen === null ? chosenId : undefined}
      aria-selected={chosen === null}
      className={classes(styles.number, chosen === null && styles.current)}
      data-tone={whole === undefined ? undefined : toneOf(whole)}
      title={whole === undefined ? 'Choose the row' : 'The row is marked'}
      onPointerDown={() => onChoose({ row, column: null }, whole ?? null)}
    >
      {number}
    </th>
  )
}
