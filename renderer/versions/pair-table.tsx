import { tallyOf } from '@shared/versions/version-summary'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { shortcutFor } from '../app/shortcuts'
import { useRowWindow } from '../ui/use-row-window'
import type { ComparedWords } from './version-jobs'
import styles from './pair-table.module.css'
import common from './versions.module.css'

/** Heights in CSS pixels, as the style sheet has them. */
const ROW = 30
const HEAD = 30
const COLUMNS: readonly { readonly head: string; readonly means: string }[] = [
  { head: 'Earlier', means: 'Place in the earlier version' },
  { head: 'Later', means: 'Place in the later version' },
  { head: '+', means: 'Words newly released' },
  { head: '■', means: 'Words newly withheld' },
  { head: '−', means: 'Words gone' },
  { head: '≠', means: 'Words changed' },
]
const WHY = { words: '', picture: 'paired by its picture', place: 'paired by place only', hand: 'paired by hand', alone: '' } as const

type PairTableProps = {
  /** What is paired: pages, or rows of a table. */
  readonly unit: 'page' | 'row'
  readonly pairs: readonly ComparedWords[]
  /** Places in `pairs` of the rows that are shown. */
  readonly shown: readonly number[]
  readonly chosen: number
  readonly onChoose: (at: number) => void
}

/** Every page of both versions, with the words that were released, withheld, gone or changed. Arrows walk. */
export function PairTable({ unit, pairs, shown, chosen, onChoose }: PairTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { first, end, show } = useRowWindow(scroller, shown.length, ROW, HEAD)
  const at = shown.indexOf(chosen)
  const walked = useRef(false)
  useEffect(() => {
    if (!walked.current) return
    walked.current = false
    scroller.current?.querySelector<HTMLElement>('tr[aria-current] button')?.focus({ preventScroll: true })
  })
  const walk = (event: KeyboardEvent): void => {
    const asked = shortcutFor(event.nativeEvent, 'lists')
    const to = asked === 'next-row' ? Math.min(at + 1, shown.length - 1) : asked === 'previous-row' ? Math.max(at - 1, 0) : null
    const next = to === null ? undefined : shown[to]
    if (to === null || next === undefined) return
    event.preventDefault()
    walked.current = true
    onChoose(next)
    show(to)
  }
  const reachable = Math.max(at, 0)
  const drawn = [...new Set([...Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset), reachable])].sort(
    (a, b) => a - b,
  )
  return (
    <div className={styles.pairs} ref={scroller}>
      <table
        className={styles.pairTable}
        aria-label={`${unit === 'row' ? 'Rows' : 'Pages'} of both versions`}
        aria-rowcount={shown.length + 1}
      >
        <thead className={styles.pairHead}>
          <tr aria-rowindex={1} className={styles.pairLine}>
            {COLUMNS.map(({ head, means }) => (
              <th key={head} scope="col" title={means}>
                <span aria-hidden>{head}</span>
                <span className={common.hidden}>{means}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.pairBody} style={{ height: shown.length * ROW }}>
          {drawn.map((index) => {
            const place = shown[index]
            const compared = place === undefined ? undefined : pairs[place]
            return place === undefined || compared === undefined ? null : (
              <PairRow
                key={place}
                unit={unit}
                compared={compared}
                index={index}
                chosen={place === chosen}
                reachable={index === reachable}
                onChoose={() => onChoose(place)}
                onKey={walk}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type PairRowProps = {
  readonly unit: 'page' | 'row'
  readonly compared: ComparedWords
  readonly index: number
  readonly chosen: boolean
  readonly reachable: boolean
  readonly onChoose: () => void
  readonly onKey: (event: KeyboardEvent) => void
}

const page = (index: number | null): string => (index === null ? '–' : String(index + 1))

function PairRow({ unit, compared: { pair, changes }, index, chosen, reachable, onChoose, onKey }: PairRowProps) {
  const tally = tallyOf(changes)
  const Unit = unit === 'row' ? 'Row' : 'Page'
  const name =
    pair.earlier === null
      ? `${Unit} ${page(pair.later)} of the later version, without a counterpart`
      : pair.later === null
        ? `${Unit} ${page(pair.earlier)}, not in the later version`
        : `${Unit} ${page(pair.earlier)} and ${unit} ${page(pair.later)}`
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={chosen ? 'true' : undefined}
      className={`${styles.pairLine} ${styles.pairRow}`}
      style={{ transform: `translateY(${index * ROW}px)` }}
    >
      <td>
        <button
          type="button"
          className={styles.pairButton}
          aria-label={name}
          tabIndex={reachable ? 0 : -1}
          onClick={onChoose}
          onKeyDown={onKey}
        >
          {page(pair.earlier)}
        </button>
      </td>
      <td>
        {page(pair.later)}
        {WHY[pair.why] === '' ? null : (
          <span className={styles.why} title={WHY[pair.why]}>
            {' '}
            {pair.why}
          </span>
        )}
      </td>
      {[tally.released, tally.withheld, tally.gone, tally.changed].map((words, column) => (
        <td key={COLUMNS[column + 2]?.head} className={styles.tally}>
          {words === 0 ? '' : words.toLocaleString('en')}
        </td>
      ))}
    </tr>
  )
}
