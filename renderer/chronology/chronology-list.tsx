import { groupedByTime, missingWords, whenWords } from '@shared/chronology/order-lines'
import type { ChronologyLine } from '@shared/chronology/derived-events'
import { type KeyboardEvent, useMemo } from 'react'
import { classes } from '../ui/classes'
import { Pill } from '../ui/pill'
import { useRowWalk } from '../ui/use-row-walk'
import styles from './chronology.module.css'
import { KIND_COLOURS } from './event-marks'

/** Height of a row and of a heading in CSS pixels, as the style sheet has it. */
const ROW = 36

type Props = {
  readonly lines: readonly ChronologyLine[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
  readonly onOpen: (id: string) => void
  readonly onDelete: (id: string) => void
}

type Row = { readonly heading: string; readonly count: number } | { readonly line: ChronologyLine }

/** The chronology as a list by year and month, of which only the rows in sight are drawn. It is the timeline's table. */
export function ChronologyList({ lines, chosen, onChoose, onOpen, onDelete }: Props) {
  const rows = useMemo(
    () =>
      groupedByTime(lines).flatMap((group): readonly Row[] => [
        { heading: group.title, count: group.lines.length },
        ...group.lines.map((line) => ({ line })),
      ]),
    [lines],
  )
  const ids = useMemo(() => rows.map((row) => ('line' in row ? row.line.id : null)), [rows])
  const { scroller, drawn, reachable, onKey } = useRowWalk({ ids, chosen, onChoose, onOpen, onDelete, height: ROW })
  return (
    <div ref={scroller} className={styles.scroller}>
      <table aria-label="Chronology" aria-rowcount={rows.length + 1} className={styles.grid}>
        <thead className={styles.hidden}>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Kind</th>
            <th scope="col">What happened</th>
            <th scope="col">Rests on</th>
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: rows.length * ROW }}>
          {drawn.map((index) => {
            const row = rows[index]
            if (row === undefined) return null
            const style = { transform: `translateY(${index * ROW}px)` }
            return 'heading' in row ? (
              <tr key={`heading ${row.heading}`} aria-rowindex={index + 2} className={styles.heading} style={style}>
                <th scope="rowgroup" colSpan={4}>
                  {row.heading} <span className={styles.count}>{row.count}</span>
                </th>
              </tr>
            ) : (
              <LineRow
                key={row.line.id}
                line={row.line}
                index={index}
                style={style}
                chosen={row.line.id === chosen}
                reachable={index === reachable}
                onChoose={onChoose}
                onOpen={onOpen}
                onKey={(event) => onKey(index, event)}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type LineProps = {
  readonly line: ChronologyLine
  readonly index: number
  readonly style: { readonly transform: string }
  readonly chosen: boolean
  readonly reachable: boolean
  readonly onChoose: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onKey: (event: KeyboardEvent) => void
}

function LineRow({ line, index, style, chosen, reachable, onChoose, onOpen, onKey }: LineProps) {
  const { id, kind, date, until, title, annotationIds, origin } = line
  const missing = missingWords(date)
  return (
    <tr aria-rowindex={index + 2} className={classes(styles.line, chosen && styles.chosen)} style={style}>
      <td className={styles.when} title={missing === '' ? whenWords(date, until) : missing}>
        {whenWords(date, until)}
      </td>
      <td className={styles.kind}>
        <span className={styles.dot} data-kind={kind} style={{ background: KIND_COLOURS[kind] }} aria-hidden />
        {kind}
      </td>
      <td>
        <button
          type="button"
          data-row={id}
          aria-current={chosen}
          tabIndex={reachable ? 0 : -1}
          className={styles.title}
          title={title}
          onClick={() => onChoose(id)}
          onDoubleClick={() => onOpen(id)}
          onKeyDown={onKey}
        >
          {title}
        </button>
      </td>
      <td className={styles.rests}>
        {origin.from === 'event' ? (
          annotationIds.length === 0 ? (
            <span className={styles.bare}>◌ no passage</span>
          ) : (
            `${annotationIds.length} ${annotationIds.length === 1 ? 'passage' : 'passages'}`
          )
        ) : (
          <Pill tone="absent">derived: {origin.from}</Pill>
        )}
      </td>
    </tr>
  )
}
