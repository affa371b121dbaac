import { type ParityColumn, type ShownCell, type ShownRow, tallyColumns } from '@shared/parity/matrix-view'
import type { ParityMatrix } from '@shared/parity/parity-matrix'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import type { ParityView } from './matrix-head'
import { ParityChart } from './parity-chart'
import { ParityGrid } from './parity-grid'
import type { CellActions } from './use-cell-actions'

type ShownMatrixProps = {
  readonly matrix: ParityMatrix
  /** The rows that fit the filter. */
  readonly rows: readonly ShownRow[]
  readonly columns: readonly ParityColumn[]
  readonly view: ParityView
  /** The id of the cell that is chosen. */
  readonly chosen: string | null
  /** The cells that are proposed and not taken over. */
  readonly waiting: readonly ShownCell[]
  readonly actions: CellActions
  readonly onChoose: (id: string) => void
  readonly onOpenCell: (cell: ShownCell) => void
  readonly onAddElements: () => void
  readonly onShowAll: () => void
}

/** The matrix as a grid or as a chart, or what to do where there is nothing to show. */
export function ShownMatrix({
  matrix,
  rows,
  columns,
  view,
  chosen,
  waiting,
  actions,
  onChoose,
  onOpenCell,
  onAddElements,
  onShowAll,
}: ShownMatrixProps) {
  const inColumn = ({ agency, year }: ParityColumn): readonly ShownCell[] =>
    waiting.filter((cell) => cell.agency.id === agency.id && cell.year === year)
  if (view === 'chart') return <ParityChart tallies={tallyColumns(columns, rows)} elements={rows.length} />
  if (matrix.elements.length === 0)
    return (
      <EmptyState
        title="No element yet"
        actions={
          <Button kind="primary" onClick={onAddElements}>
            Add elements…
          </Button>
        }
      >
        <p>Elements are the rows of the matrix; agencies and years are its columns.</p>
      </EmptyState>
    )
  if (rows.length === 0)
    return (
      <EmptyState title="No element fits" actions={<Button onClick={onShowAll}>Show all</Button>}>
        <p>Every filter has to fit.</p>
      </EmptyState>
    )
  return (
    <ParityGrid
      rows={rows}
      columns={columns}
      chosen={chosen}
      onChoose={(cell) => onChoose(cell.id)}
      onOpen={onOpenCell}
      onKey={(shortcut, cell) => {
        const meant = actions.byKey(shortcut, cell)
        if (meant) onChoose(cell.id)
        return meant
      }}
      onTakeOver={(column) =>
        void actions.takeOver(inColumn(column), `Took over ${inColumn(column).length} cells of ${column.agency.short} ${column.year}.`)
      }
    />
  )
}
