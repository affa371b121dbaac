import { useMemo, useRef, useState } from 'react'
import { classes } from '../ui/classes'
import { cellStyles, RowTable, SortHead, TABLE_HEAD, TableRow } from '../ui/row-table'
import { useRowWindow } from '../ui/use-row-window'
import styles from './tally-table.module.css'
import { percent } from './words'

type Counts = { readonly confirmed: number; readonly proposed: number }
/** A line of a tally: what it counts, in words, with what is confirmed and what is only proposed. */
export type TallyRow = Counts & {
  readonly key: string
  readonly name: string
  /** A second line: what a code stands for, or the document of a page. */
  readonly meaning?: string | undefined
  /** Shares of the area, 0 to 1, where the line stands for pages. */
  readonly share?: Counts
  readonly onGo?: (() => void) | undefined
}

type TallyTableProps = {
  readonly label: string
  /** What a line stands for: the head of the first column. */
  readonly head: string
  readonly rows: readonly TallyRow[]
  /** Fills the height that there is, instead of growing to a few rows. */
  readonly fill?: boolean
  /** Lines that are chosen, and how to choose others; without it none can be. */
  readonly choosing?: { readonly chosen: ReadonlySet<string>; readonly onChosen: (chosen: ReadonlySet<string>) => void }
}

/** Height of a row in CSS pixels. */
const ROW = 44
const { cell } = cellStyles
const STATES = [
  { state: 'confirmed', name: 'Confirmed' },
  { state: 'proposed', name: 'Proposed' },
] as const

/** The longest bar: of shares if there are any, else of counts. */
const measureOf = (row: TallyRow, state: keyof Counts): number => row.share?.[state] ?? row[state]

/**
 * What is withheld, as table and chart in one: each line has its two numbers and a bar for each, filled for what is confirmed and outlined
 * for what is proposed, as the two are never added up. Only the rows in sight are drawn.
 */
export function TallyTable({ label, head, rows, fill = false, choosing }: TallyTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [by, setBy] = useState<keyof Counts | null>(null)
  const shown = useMemo(() => (by === null ? rows : rows.toSorted((a, b) => measureOf(b, by) - measureOf(a, by))), [rows, by])
  const most = useMemo(() => rows.reduce((all, row) => Math.max(all, measureOf(row, 'confirmed'), measureOf(row, 'proposed')), 0), [rows])
  const { first, end } = useRowWindow(scroller, shown.length, ROW, TABLE_HEAD)
  return (
    <RowTable
      scroller={scroller}
      label={label}
      count={rows.length}
      height={ROW}
      columns={styles.columns}
      frame={classes(styles.frame, fill && styles.fill)}
      head={
        <>
          <SortHead name={head} sorted={by === null ? 'ascending' : 'none'} onSort={() => setBy(null)} />
          {STATES.map(({ state, name }) => (
            <SortHead key={state} name={name} end sorted={by === state ? 'descending' : 'none'} onSort={() => setBy(state)} />
          ))}
          <td aria-hidden className={styles.bars} />
        </>
      }
    >
      {shown.slice(first, end).map((row, at) => (
        <TableRow key={row.key} index={first + at} height={ROW} chosen={choosing?.chosen.has(row.key)}>
          <th scope="row" className={classes(cell, styles.what)}>
            {choosing === undefined ? null : (
              <input
                type="checkbox"
                aria-label={`Choose ${row.name}`}
                checked={choosing.chosen.has(row.key)}
                onChange={(event) => {
                  const after = new Set(choosing.chosen)
                  if (event.target.checked) after.add(row.key)
                  else after.delete(row.key)
                  choosing.onChosen(after)
                }}
              />
            )}
            <span className={styles.words} title={row.meaning === undefined ? row.name : `${row.name}: ${row.meaning}`}>
              {row.onGo === undefined ? (
                <span className={styles.name}>{row.name}</span>
              ) : (
                <button type="button" className={styles.go} onClick={row.onGo}>
                  {row.name}
                </button>
              )}
              {row.meaning === undefined ? null : <span className={styles.meaning}>{row.meaning}</span>}
            </span>
          </th>
          {STATES.map(({ state }) => (
            <td key={state} className={classes(cell, cellStyles.end, styles.number)}>
              {row[state].toLocaleString('en-US')}
              {row.share === undefined ? null : <span className={styles.share}>{percent(row.share[state])}</span>}
            </td>
          ))}
          <td aria-hidden className={styles.bars}>
            {STATES.map(({ state }) =>
              most === 0 || measureOf(row, state) === 0 ? (
                <span key={state} />
              ) : (
                <span key={state} className={styles.bar} data-state={state} style={{ width: `${(100 * measureOf(row, state)) / most}%` }} />
              ),
            )}
          </td>
        </TableRow>
      ))}
    </RowTable>
  )
}
