import type { AnalysisId } from '@shared/analyses/analysis'
import { columnsOf, filteredRows, isWaiting, type ParityFilter, type ShownCell } from '@shared/parity/matrix-view'
import { PARITY_STATES } from '@shared/parity/parity-cell'
import type { ParityMatrixId } from '@shared/parity/parity-matrix'
import { useCallback, useMemo, useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import { WithSide } from '../app/with-side'
import { useRecord } from '../storage/live'
import { EmptyState } from '../ui/empty-state'
import { useEscape } from '../ui/use-escape'
import { CellPanel } from './cell-panel'
import { removeParityMatrix } from './commands/remove-parity-matrix'
import { MatrixFilters } from './matrix-filters'
import { MatrixHead, type ParityView } from './matrix-head'
import { NoMatrix } from './no-matrix'
import { ParityDialogs, type ParityOpen } from './parity-dialogs'
import styles from './parity-screen.module.css'
import { ShownMatrix } from './shown-matrix'
import { ParityStateSign } from './state-sign'
import { useCellActions } from './use-cell-actions'
import { useParity } from './use-parity'

const ALL: ParityFilter = { differing: false, state: 'any', group: 'any' }

/** What agencies ought to disclose, by agency and year: proposed from inventory tables, taken over or filled by hand, each cell with its evidence. */
export function ParityScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const act = useAct()
  const analysis = useRecord('analyses', analysisId)
  const [wanted, setWanted] = useState<ParityMatrixId | null>(null)
  const parity = useParity(analysisId, wanted)
  const [filter, setFilter] = useState(ALL)
  const [view, setView] = useState<ParityView>('matrix')
  const [chosen, setChosen] = useState<string | null>(null)
  const [panel, setPanel] = useState(false)
  const [open, setOpen] = useState<ParityOpen | null>(null)
  const close = useCallback(() => setOpen(null), [])
  const rows = parity?.rows
  const shown = useMemo(() => filteredRows(rows ?? [], filter), [rows, filter])
  const matrix = parity?.matrix ?? null
  const columns = useMemo(() => (matrix === null ? [] : columnsOf(matrix)), [matrix])
  const all = useMemo(() => (rows ?? []).flatMap((row) => row.cells), [rows])
  const cellOf = (id: string | null): ShownCell | null => all.find((cell) => cell.id === id) ?? null
  const current = cellOf(chosen)
  const openCell = (cell: ShownCell): void => {
    setChosen(cell.id)
    setPanel(true)
  }
  const actions = useCellActions({ analysisId, parity, act, open: setOpen, show: openCell })
  useEscape(panel && open === null, () => setPanel(false))

  if (parity === undefined || analysis === undefined) return null
  if (analysis === null) {
    return (
      <EmptyState title="This analysis is not in the library">
        <p>It may have been removed; Ctrl Z takes that back.</p>
      </EmptyState>
    )
  }

  const waiting = all.filter(isWaiting)
  const side =
    panel && current !== null ? (
      <CellPanel
        key={current.id}
        shown={current}
        tables={parity.tables}
        onTakeOver={() => void actions.takeOver([current], 'Taken over.')}
        onEdit={() => setOpen({ kind: 'fill', cellId: current.id, wanted: null })}
        onEmpty={() => actions.empty(current)}
        onClaim={() => actions.claim(current)}
        onCite={() => actions.cite(current)}
        onClose={() => setPanel(false)}
      />
    ) : null
  return (
    <WithSide group="parity" side={side}>
      <section className={styles.main} aria-label="Parity">
        <h1 className={styles.hidden}>Parity</h1>
        {matrix === null ? (
          <NoMatrix onBegin={(from) => setOpen({ kind: 'new', from })} />
        ) : (
          <>
            <MatrixHead
              matrix={matrix}
              matrices={parity.matrices}
              view={view}
              waiting={waiting.length}
              onMatrix={setWanted}
              onView={setView}
              onOpen={setOpen}
              onTakeOver={() => void actions.takeOver(waiting, `Took over ${waiting.length} cells.`)}
              onRemove={() => void act(removeParityMatrix, { id: matrix.id }, 'Matrix removed.')}
            />
            <MatrixFilters
              matrix={matrix}
              filter={filter}
              onFilter={setFilter}
              shown={shown.length}
              tables={
                parity.tables === undefined
                  ? ', reading tables…'
                  : matrix.tables.length === 0
                    ? ', no table chosen yet'
                    : `, ${waiting.length} proposed`
              }
            />
            <ShownMatrix
              matrix={matrix}
              rows={shown}
              columns={columns}
              view={view}
              chosen={chosen}
              waiting={waiting}
              actions={actions}
              onChoose={setChosen}
              onOpenCell={openCell}
              onAddElements={() => setOpen({ kind: 'matrix', part: 'elements' })}
              onShowAll={() => setFilter(ALL)}
            />
            <Legend />
          </>
        )}
      </section>
      <ParityDialogs
        open={open}
        analysis={analysis}
        matrix={matrix}
        cellOf={cellOf}
        act={act}
        onMade={(id, from) => {
          setWanted(id)
          setOpen({ kind: 'matrix', part: from === 'template' ? 'tables' : 'elements' })
        }}
        onClose={close}
      />
    </WithSide>
  )
}

function Legend() {
  return (
    <ul className={styles.legend} aria-label="States">
      {PARITY_STATES.map((state) => (
        <li key={state}>
          <ParityStateSign state={state} />
        </li>
      ))}
      <li className={styles.dashed}>dashed: proposed</li>
    </ul>
  )
}
