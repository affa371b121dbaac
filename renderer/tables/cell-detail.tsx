import { columnLetters, columnNumber } from '@shared/tables/table'
import { Link2, Quote, Rows2 } from 'lucide-react'
import { keysOf } from '../app/shortcuts'
import { Button } from '../ui/button'
import { cellsOfRow, type OpenSheet, pageOfPlace, rowNumberOf } from './segment-of-place'
import type { TableNotes } from './table-notes'
import styles from './table-reader.module.css'
import type { CellPlace } from './table-view'

type CellDetailProps = {
  readonly sheet: OpenSheet
  readonly at: number
  readonly place: CellPlace
  readonly notes: TableNotes
  readonly onLink: () => void
  readonly onRow: () => void
  readonly onCite: () => void
}

/** The chosen cell in full, below the table: where it stands, what its column is called, and what it holds. */
export function CellDetail({ sheet, at, place, notes, onLink, onRow, onCite }: CellDetailProps) {
  const { row, column } = place
  const number = rowNumberOf(sheet, row)
  const cells = cellsOfRow(sheet, row)
  const text = column === null ? '' : (cells[column] ?? '')
  const merged = column === null ? undefined : notes.merged[at]?.find((reference) => holds(reference, number, column + 1))
  const isFormula = column !== null && notes.formulas.get(pageOfPlace(sheet, place))?.includes(column + 1) === true
  return (
    <section className={styles.detail} aria-label="The chosen cell">
      <div className={styles.detailHead}>
        <b className={styles.reference}>{column === null ? `Row ${number}` : `${columnLetters(column + 1)}${number}`}</b>
        {column === null || row === -1 ? null : <span className={styles.column}>{sheet.headings[column] || 'no heading'}</span>}
        {isFormula ? <span className={styles.note}>formula: this is its stored result, and nothing is calculated here</span> : null}
        {merged === undefined ? null : <span className={styles.note}>merged {merged}</span>}
        <span className={styles.acts}>
          <Button kind="quiet" icon={Link2} shortcut="Enter" onClick={onLink}>
            Mark or link…
          </Button>
          {column === null ? null : (
            <Button kind="quiet" icon={Rows2} shortcut="Space" onClick={onRow}>
              Whole row
            </Button>
          )}
          <Button kind="quiet" icon={Quote} shortcut={keysOf('copy-citation')} onClick={onCite}>
            Copy with citation
          </Button>
        </span>
      </div>
      {column !== null ? (
        <p className={text === '' ? styles.nothing : styles.text} dir="auto" tabIndex={-1}>
          {text === '' ? 'The cell is empty.' : text}
        </p>
      ) : (
        <dl className={styles.rowList}>
          {cells.map((cell, index) =>
            cell === '' ? null : (
              <div key={index}>
                <dt>{row === -1 ? columnLetters(index + 1) : sheet.headings[index] || `column ${columnLetters(index + 1)}`}</dt>
                <dd dir="auto">{cell}</dd>
              </div>
            ),
          )}
        </dl>
      )}
    </section>
  )
}

/** Whether a range as files name it (`A1:C2`) holds a cell. */
function holds(reference: string, row: number, column: number): boolean {
  const found = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference)
  if (found === null) return false
  const [, left = '', top, right = '', bottom] = found
  return column >= columnNumber(left) && column <= columnNumber(right) && row >= Number(top) && row <= Number(bottom)
}
