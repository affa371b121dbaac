import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { shortcutFor } from '../app/shortcuts'
import { classes } from '../ui/classes'
import { Pill } from '../ui/pill'
import { tableRowKey, useTableRows } from '../tables/use-table-rows'
import { useRowWindow } from '../ui/use-row-window'
import type { FoundRow } from './engine/found'
import { MarkedText } from './marked-text'
import type { Results } from './results'
import { type Names, rowWords } from './row-words'
import styles from './results.module.css'
import common from './search.module.css'

/** Height of a row in CSS pixels, as the style sheet has it. */
const ROW = 100

type ResultListProps = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly results: Results
  readonly names: Names
  readonly at: number
  readonly onAt: (at: number) => void
  readonly chosen: ReadonlySet<number>
  readonly onChosen: (chosen: ReadonlySet<number>) => void
  readonly onOpen: (row: FoundRow) => void
}

const between = (a: number, b: number): readonly number[] => Array.from({ length: Math.abs(a - b) + 1 }, (_, step) => Math.min(a, b) + step)

/** What was found, drawn only where it is in sight. Arrows walk, Enter opens, Space chooses, Shift chooses on the way. */
export function ResultList({ scroller, results, names, at, onAt, chosen, onChosen, onOpen }: ResultListProps) {
  const walked = useRef(false)
  const { first, end, show } = useRowWindow(scroller, results.count, ROW)
  const [anchor, setAnchor] = useState(0)
  const choose = (rows: readonly number[], on: boolean): void => {
    const next = new Set(chosen)
    for (const row of rows)
      if (on) next.add(row)
      else next.delete(row)
    onChosen(next)
  }
  const goTo = (to: number, extend: boolean): void => {
    const there = Math.max(0, Math.min(results.count - 1, to))
    if (extend) choose(between(anchor, there), true)
    else setAnchor(there)
    walked.current = true
    onAt(there)
    show(there)
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6, Home: -results.count, End: results.count }[event.key]
    if (step !== undefined && !event.ctrlKey && !event.altKey) goTo(at + step, event.shiftKey)
    else if (event.key === ' ') {
      setAnchor(at)
      choose([at], !chosen.has(at))
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') choose(between(0, results.count - 1), true)
    else if (event.key === 'Escape' && chosen.size > 0) onChosen(new Set())
    else if (shortcutFor(event.nativeEvent, 'lists') === 'open-row') {
      const row = results.peek(at)
      if (row !== undefined) onOpen(row)
    } else return
    event.preventDefault()
  }
  const drawn = new Set(Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset))
  if (results.count > 0) drawn.add(at)
  const tableRows = useTableRows(
    [...drawn].map((index) => results.peek(index)),
    names.documents,
  )
  // The row that the keyboard came to takes the focus once it is drawn.
  useEffect(() => {
    if (!walked.current) return
    walked.current = false
    scroller.current?.querySelector<HTMLElement>('[data-current] button')?.focus({ preventScroll: true })
  })
  return (
    <div ref={scroller} className={styles.results}>
      <ol className={styles.rows} style={{ height: results.count * ROW }} aria-label="What was found">
        {[...drawn]
          .sort((a, b) => a - b)
          .map((index) => (
            <Row
              key={index}
              index={index}
              of={results.count}
              row={results.peek(index)}
              names={names}
              tableRow={tableRows?.get(tableRowKey(results.peek(index) ?? { documentId: null, page: null }))}
              current={index === at}
              chosen={chosen.has(index)}
              onKey={onKey}
              onChoose={(extend) => {
                if (extend) choose(between(anchor, index), true)
                else {
                  setAnchor(index)
                  choose([index], !chosen.has(index))
                }
                onAt(index)
              }}
              onOpen={(row) => {
                onAt(index)
                onOpen(row)
              }}
            />
          ))}
      </ol>
    </div>
  )
}

type RowProps = {
  readonly index: number
  readonly of: number
  readonly row: FoundRow | undefined
  readonly names: Names
  readonly tableRow: Parameters<typeof rowWords>[2]
  readonly current: boolean
  readonly chosen: boolean
  readonly onKey: (event: KeyboardEvent) => void
  readonly onChoose: (extend: boolean) => void
  readonly onOpen: (row: FoundRow) => void
}

function Row({ index, of, row, names, tableRow, current, chosen, onKey, onChoose, onOpen }: RowProps) {
  const words = row === undefined ? null : rowWords(row, names, tableRow)
  const name = words === null ? `Hit ${index + 1}` : [words.title, words.place].filter((part) => part !== '').join(', ')
  return (
    <li
      aria-setsize={of}
      aria-posinset={index + 1}
      data-current={current || undefined}
      className={classes(styles.row, current && styles.current)}
      style={{ top: index * ROW }}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        className={styles.tick}
        title="Choose (Space)"
        aria-label={`Choose ${name}`}
        checked={chosen}
        onChange={({ nativeEvent }) => onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        onKeyDown={onKey}
      />
      <button
        type="button"
        tabIndex={current ? 0 : -1}
        className={styles.open}
        onKeyDown={onKey}
        onClick={(event) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey) onChoose(event.shiftKey)
          else if (row !== undefined) onOpen(row)
        }}
      >
        {row === undefined || words === null ? (
          <span className={styles.coming}>…</span>
        ) : (
          <>
            <span className={styles.place}>
              <span className={styles.title}>{words.title}</span>
              {words.place === '' ? null : <span className={styles.page}>{words.place}</span>}
              {row.hits > 1 ? <span className={styles.times}>{row.hits} times</span> : null}
              {row.kind === 'page' ? null : <Pill>{words.kind}</Pill>}
              {row.origin === 'ocr' ? <Pill title="These words were recognised in a picture of the page.">OCR</Pill> : null}
              {chosen ? <span className={common.unseen}>, chosen</span> : null}
            </span>
            <span className={styles.snippet}>
              <MarkedText snippet={row.snippet} />
            </span>
          </>
        )}
      </button>
    </li>
  )
}
