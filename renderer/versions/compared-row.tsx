import { CHANGE_SIGNS } from './change-words'
import { cellPieces, type RowChange } from './cell-pieces'
import styles from './compared-row.module.css'

/** A row of a table, cell below cell, with what changed in it marked: a table has no picture of its pages. */
export function ComparedRow({
  text,
  changes,
  chosen,
}: {
  readonly text: string
  readonly changes: readonly RowChange[]
  readonly chosen: number | null
}) {
  const cells = cellPieces(text, changes)
  if (cells.length === 0) return <p className={styles.empty}>This row is empty.</p>
  return (
    <dl className={styles.row}>
      {cells.map(({ letters, pieces }) => (
        <div key={letters} className={styles.cell}>
          <dt>{letters}</dt>
          <dd dir="auto">
            {pieces.map(({ text: words, change }, at) =>
              change === null ? (
                words
              ) : (
                <mark key={at} title={CHANGE_SIGNS[change.kind].words} data-kind={change.kind} data-chosen={change.at === chosen}>
                  {words}
                </mark>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
