import type { AnnotationId } from '@shared/annotations/annotation'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef } from 'react'
import type { Mark, MarkList } from '../annotations/marks'
import type { MenuItem } from '../ui/menu'
import { cellsOfRow, type OpenSheet, pageOfPlace, rowNumberOf } from './segment-of-place'
import styles from './table-grid.module.css'
import { TableHead } from './table-head'
import { TableRow } from './table-row'
import { type CellPlace, placeAfter, type RowFilter, type RowOrder } from './table-view'
import { NARROWEST, type SetWidth } from './use-column-widths'

/** CSS pixels, as the style sheet has them. */
const ROW = 29
const HEAD = 48
const NUMBER = 62

const NO_MARKS: readonly Mark[] = []
const NO_FORMULAS: readonly number[] = []

type TableGridProps = {
  readonly name: string
  readonly sheet: OpenSheet
  /** The rows shown, by their places in the sheet. */
  readonly order: readonly number[]
  readonly widths: readonly number[]
  readonly current: CellPlace
  readonly marks: MarkList
  readonly selected: AnnotationId | null
  readonly formulas: ReadonlyMap<number, readonly number[]>
  /** Rows and columns of what is being found. */
  readonly hits: ReadonlySet<string>
  readonly filter: RowFilter
  readonly sorted: RowOrder
  readonly menuOf: (column: number) => readonly MenuItem[]
  /** Grows when the chosen place is to be brought into view. */
  readonly shown: number
  readonly onCurrent: (place: CellPlace) => void
  readonly onMark: (mark: Mark | null) => void
  readonly onWidth: SetWidth
  /** Keys that do not move; true where the key meant something. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/**
 * The cells of a sheet, drawn only where they are in sight. Arrows walk; the grid itself has the focus and names the chosen cell. Whoever
 * shows it gives it functions that stay the same, so that scrolling draws only the rows that come.
 */
export function TableGrid(props: TableGridProps) {
  const {
    name,
    sheet,
    order,
    widths,
    current,
    marks,
    selected,
    formulas,
    hits,
    filter,
    sorted,
    menuOf,
    shown,
    onCurrent,
    onMark,
    onWidth,
    onKey,
  } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const rows = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 4,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  })
  const columns = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => widths[at] ?? 0,
    overscan: 2,
    scrollMargin: NUMBER,
    scrollPaddingStart: NUMBER,
  })
  useEffect(() => columns.measure(), [columns, widths])
  const at = order.indexOf(current.row)
  useEffect(() => {
    if (shown === 0) return
    if (at !== -1) rows.scrollToIndex(at, { align: 'auto' })
    if (current.column !== null) columns.scrollToIndex(current.column, { align: 'auto' })
  }, [shown, at, current.column, rows, columns])

  const press = (event: KeyboardEvent): void => {
    if (event.target !== grid.current) return
    const control = event.ctrlKey || event.metaKey
    if (control && event.key.startsWith('Page')) return
    const screen = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW) - 1)
    const to = event.altKey || event.shiftKey ? null : placeAfter(event.key, control, current, order, widths.length, screen)
    if (to !== null) onCurrent(to)
    else if (event.altKey && event.shiftKey && current.column !== null && event.key.startsWith('Arrow'))
      onWidth(
        current.column,
        Math.max(NARROWEST, (widths[current.column] ?? 0) + (event.key === 'ArrowRight' ? 24 : event.key === 'ArrowLeft' ? -24 : 0)),
        true,
      )
    else if (!onKey(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const total = NUMBER + widths.reduce((sum, width) => sum + width, 0)
  const drawnColumns = columns.getVirtualItems()
  const onChoose = useCallback(
    (place: CellPlace, mark: Mark | null) => {
      onCurrent(place)
      onMark(mark)
    },
    [onCurrent, onMark],
  )
  const of = (row: number) => {
    const page = pageOfPlace(sheet, { row, column: null })
    return {
      page,
      number: rowNumberOf(sheet, row),
      cells: cellsOfRow(sheet, row),
      width: total,
      columns: drawnColumns,
      chosen: current.row === row ? current.column : undefined,
      chosenId: `${id}-current`,
      marks: marks.byPage.get(page) ?? NO_MARKS,
      selected,
      hits,
      onChoose,
    }
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        ref={grid}
        // A table whose cells are chosen by keys is a grid (WAI-ARIA 1.2).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        tabIndex={0}
        aria-label={`Cells of ${name}`}
        aria-rowcount={order.length + 1}
        aria-colcount={widths.length + 1}
        aria-activedescendant={`${id}-current`}
        className={styles.grid}
        style={{ height: HEAD + order.length * ROW, width: total }}
        onKeyDown={press}
      >
        <thead className={styles.block}>
          <TableHead {...of(-1)} {...{ widths, filter, sorted, menuOf, onWidth }} />
        </thead>
        <tbody className={styles.body}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const row = order[index]
            if (row === undefined) return null
            const own = of(row)
            return (
              <TableRow key={row} {...own} {...{ row }} ariaRow={index + 2} top={start} formulas={formulas.get(own.page) ?? NO_FORMULAS} />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
