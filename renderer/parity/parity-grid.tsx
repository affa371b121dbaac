import { countsShort } from '@shared/parity/cell-words'
import type { ParityColumn, ShownCell, ShownRow } from '@shared/parity/matrix-view'
import { PARITY_STATE_WORDS } from '@shared/parity/parity-cell'
import { Ellipsis } from 'lucide-react'
import { Fragment, type KeyboardEvent, memo, useCallback, useEffect, useRef } from 'react'
import { isTyping, shortcutFor, type ShortcutId } from '../app/shortcuts'
import { IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { Menu } from '../ui/menu'
import styles from './parity-grid.module.css'
import { ParityStateSign } from './state-sign'

type Props = {
  readonly rows: readonly ShownRow[]
  readonly columns: readonly ParityColumn[]
  /** The cell that is open beside the grid, or that the keyboard stands on. */
  readonly chosen: string | null
  readonly onChoose: (cell: ShownCell) => void
  readonly onOpen: (cell: ShownCell) => void
  /** A key of the table of keys, pressed on a cell; answers whether it meant something. */
  readonly onKey: (shortcut: ShortcutId, cell: ShownCell) => boolean
  readonly onTakeOver: (column: ParityColumn) => void
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
  Home: [0, -1000],
  End: [0, 1000],
}

/** Elements by agency and year. Arrows walk from cell to cell, Enter opens, letters fill in. */
export function ParityGrid({ rows, columns, chosen, onChoose, onOpen, onKey, onTakeOver }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const cells = rows.map((row) => row.cells)
  const reachable = cells.flat().some((cell) => cell.id === chosen) ? chosen : (cells[0]?.[0]?.id ?? null)
  const keyed = (cell: ShownCell, event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const down = cells.findIndex((row) => row.includes(cell))
      const right = cells[down]?.indexOf(cell) ?? 0
      const row = cells[Math.max(0, Math.min(down + step[0], cells.length - 1))]
      const next = row?.[Math.max(0, Math.min(right + step[1], row.length - 1))]
      if (next !== undefined) {
        onChoose(next)
        const button = scroller.current?.querySelector<HTMLElement>(`[data-cell="${next.id}"]`)
        button?.focus({ preventScroll: true })
        button?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }
    } else {
      const shortcut = isTyping(event.target) ? null : shortcutFor(event.nativeEvent, 'matrix')
      if (shortcut === null || !onKey(shortcut, cell)) return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  // The cells are handed the same handlers for good, so that a step of the keyboard draws two of them and not all.
  const latest = useRef({ keyed, onOpen })
  useEffect(() => {
    latest.current = { keyed, onOpen }
  })
  const press = useCallback((cell: ShownCell, event: KeyboardEvent) => latest.current.keyed(cell, event), [])
  const open = useCallback((cell: ShownCell) => latest.current.onOpen(cell), [])
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.grid} aria-label="Parity matrix">
        <thead>
          <tr>
            <th scope="col" className={classes(styles.head, styles.first)}>
              Element
            </th>
            {columns.map((column, at) => (
              <th
                key={`${column.agency.id} ${column.year}`}
                scope="col"
                className={classes(styles.head, styles.column, column.year !== columns[at - 1]?.year && styles.year)}
              >
                <span className={styles.columnHead}>
                  <span title={column.agency.name}>
                    {column.agency.short} <span className={styles.mono}>{column.year}</span>
                  </span>
                  <Menu
                    align="end"
                    trigger={
                      <IconButton label={`What to do with ${column.agency.short} ${column.year}`} icon={Ellipsis} className={styles.more} />
                    }
                    items={[
                      {
                        label: `Take over the ${proposedIn(rows, at)} proposals of this column`,
                        disabled: proposedIn(rows, at) === 0,
                        onSelect: () => onTakeOver(column),
                      },
                    ]}
                  />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={row.element.id}>
              {row.element.group === rows[at - 1]?.element.group || row.element.group === '' ? null : (
                <tr>
                  <th scope="rowgroup" colSpan={columns.length + 1} className={styles.group}>
                    <span>{row.element.group}</span>
                  </th>
                </tr>
              )}
              <tr>
                <th
                  scope="row"
                  className={classes(styles.element, styles.first)}
                  title={row.element.note === '' ? row.element.label : `${row.element.label}. ${row.element.note}`}
                >
                  {row.element.label}
                </th>
                {row.cells.map((cell, at) => (
                  <td key={cell.id} className={classes(styles.cell, columns[at]?.year !== columns[at - 1]?.year && styles.year)}>
                    <Cell cell={cell} chosen={cell.id === chosen} reachable={cell.id === reachable} onOpen={open} onKeyDown={press} />
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const proposedIn = (rows: readonly ShownRow[], column: number): number => rows.filter((row) => isProposal(row.cells[column])).length
const isProposal = (cell: ShownCell | undefined): boolean => cell?.standing === 'proposed' || cell?.standing === 'parted'

/** Said in the cell and in its name, in this order: who speaks what is seen finds the cell. */
const TAGS: Readonly<Record<ShownCell['standing'], string | null>> = { kept: null, parted: 'differs', proposed: 'proposed', open: null }

type CellProps = {
  readonly cell: ShownCell
  readonly chosen: boolean
  readonly reachable: boolean
  readonly onOpen: (cell: ShownCell) => void
  readonly onKeyDown: (cell: ShownCell, event: KeyboardEvent) => void
}

const Cell = memo(function Cell({ cell, chosen, reachable, onOpen, onKeyDown }: CellProps) {
  const counts = cell.counts === null ? '' : countsShort(cell.counts)
  const tags = [TAGS[cell.standing], cell.cell?.claimId ? 'claim' : null].filter((tag) => tag !== null)
  return (
    <button
      type="button"
      data-cell={cell.id}
      className={classes(styles.button, styles[cell.standing])}
      aria-label={`${cell.element.label}, ${cell.agency.short} ${cell.year}: ${[PARITY_STATE_WORDS[cell.state], ...tags, counts].join(' ').trim()}`}
      aria-current={chosen}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onOpen(cell)}
      onKeyDown={(event) => onKeyDown(cell, event)}
    >
      <span className={styles.top}>
        <ParityStateSign state={cell.state} />
        {/* The blanks part the words for those who hear them. */}
        {tags.map((tag) => (
          <Fragment key={tag}>
            {' '}
            <span className={styles.tag}>{tag}</span>
          </Fragment>
        ))}
      </span>
      {counts === '' ? null : (
        <>
          {' '}
          <span className={styles.counts}>{counts}</span>
        </>
      )}
    </button>
  )
})
