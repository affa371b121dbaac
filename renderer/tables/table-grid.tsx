import type { AnnotationId } from '@shared/annotations/annotation'
import { columnLetters } from '@shared/tables/table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, ListFilter } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react'
import { type Mark, type MarkList, toneOf } from '../annotations/marks'
import { classes } from '../ui/classes'
import { Menu, type MenuItem } from '../ui/menu'
import { cellsOfRow, type OpenSheet, pageOfPlace, rowNumberOf } from './segment-of-place'
import styles from './table-grid.module.css'
import type { SetWidth } from './use-column-widths'
import { type CellPlace, placeAfter, type RowFilter, type RowOrder } from './table-view'

/** CSS pixels, as the style sheet has them. */
const ROW = 29
const HEAD = 48
const NUMBER = 62
const NARROWEST = 48

export type TableGridProps = {
  readonly name: string
  readonly sheet: OpenSheet
  /** The rows shown, by their places in the sheet. */
  readonly order: readonly number[]
  readonly widths: readonly number[]
  readonly current: CellPlace
  readonly marks: MarkList
  readonly selected: AnnotationId | null
  readonly formulas: ReadonlyMap<number, readonly number[]>
  /** Whether a cell holds what is being found. */
  readonly isHit: (row: number, column: number) => boolean
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

const cut = (text: string): string => (text.length > 400 ? `${text.slice(0, 400)}…` : text)

/** The cells of a sheet, drawn only where they are in sight. Arrows walk; the grid itself has the focus and names the chosen cell. */
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
    isHit,
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
    overscan: 8,
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
  const drag = (event: PointerEvent<HTMLSpanElement>, column: number): void => {
    event.preventDefault()
    const [from, width, edge] = [event.clientX, widths[column] ?? 0, event.currentTarget]
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
  const total = NUMBER + widths.reduce((sum, width) => sum + width, 0)
  const drawnColumns = columns.getVirtualItems()
  const isCurrent = (row: number, column: number | null): boolean => current.row === row && current.column === column

  const line = (row: number, top: number, ariaRow: number) => {
    const page = pageOfPlace(sheet, { row, column: null })
    const onRow = marks.byPage.get(page) ?? []
    const markAt = (column: number | null): Mark | undefined =>
      onRow.find((mark) =>
        mark.annotation.segments.some(
          (segment) => segment.pageIndex === page && (segment.cell?.column ?? null) === (column === null ? null : column + 1),
        ),
      )
    const cells = cellsOfRow(sheet, row)
    const whole = markAt(null)
    const formula = formulas.get(page)
    return (
      <tr
        key={row}
        aria-rowindex={ariaRow}
        className={classes(styles.row, row === -1 && styles.head, current.row === row && styles.currentRow)}
        style={row === -1 ? { width: total } : { width: total, transform: `translateY(${top}px)` }}
      >
        <th
          scope="row"
          id={isCurrent(row, null) ? `${id}-current` : undefined}
          aria-selected={isCurrent(row, null)}
          className={classes(styles.number, isCurrent(row, null) && styles.current)}
          data-tone={whole === undefined ? undefined : toneOf(whole)}
          title={whole === undefined ? 'Choose the row' : 'The row is marked'}
          onPointerDown={() => {
            onCurrent({ row, column: null })
            onMark(whole ?? null)
          }}
        >
          {rowNumberOf(sheet, row)}
        </th>
        {drawnColumns.map(({ index: column, start, size }) => {
          const text = cells[column] ?? ''
          const mark = markAt(column)
          const Cell = row === -1 ? 'th' : 'td'
          return (
            <Cell
              key={column}
              {...(row === -1 ? { scope: 'col' } : {})}
              aria-colindex={column + 2}
              id={isCurrent(row, column) ? `${id}-current` : undefined}
              aria-selected={isCurrent(row, column)}
              aria-sort={row !== -1 || sorted?.column !== column ? undefined : sorted.down ? 'descending' : 'ascending'}
              className={classes(
                styles.cell,
                isCurrent(row, column) && styles.current,
                isHit(row, column) && styles.hit,
                mark !== undefined && mark.annotation.id === selected && styles.selected,
              )}
              data-tone={mark === undefined ? undefined : toneOf(mark)}
              style={{ left: start, width: size }}
              onPointerDown={() => {
                onCurrent({ row, column })
                onMark(mark ?? null)
              }}
            >
              {row === -1 ? (
                <>
                  <span className={styles.heading} title={text}>
                    <span className={styles.letters}>{columnLetters(column + 1)}</span> {cut(text)}
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
                        ) : sorted?.column === column && !sorted.down ? (
                          <ArrowUp size={13} strokeWidth={1.8} aria-hidden />
                        ) : (
                          <ArrowDown
                            size={13}
                            strokeWidth={1.8}
                            aria-hidden
                            className={sorted?.column === column ? undefined : styles.faint}
                          />
                        )}
                      </button>
                    }
                    items={() => menuOf(column)}
                  />
                  <span className={styles.edge} aria-hidden onPointerDown={(event) => drag(event, column)} />
                </>
              ) : (
                <>
                  {formula?.includes(column + 1) ? (
                    <abbr className={styles.formula} title="The stored result of a formula. Vouch runs none.">
                      ƒ
                    </abbr>
                  ) : null}
                  {cut(text)}
                </>
              )}
            </Cell>
          )
        })}
      </tr>
    )
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
        <thead className={styles.block}>{line(-1, 0, 1)}</thead>
        <tbody className={styles.body}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const row = order[index]
            return row === undefined ? null : line(row, start, index + 2)
          })}
        </tbody>
      </table>
    </div>
  )
}
