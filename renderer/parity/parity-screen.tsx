import type { AnalysisId } from '@shared/analyses/analysis'
import { cellCitation } from '@shared/parity/cell-words'
import { columnsOf, filteredRows, groupsOf, type ParityColumn, type ParityFilter, type ShownCell, tallyColumns } from '@shared/parity/matrix-view'
import { PARITY_STATE_WORDS, PARITY_STATES, type ParityState } from '@shared/parity/parity-cell'
import type { ParityMatrixId } from '@shared/parity/parity-matrix'
import { takenOver } from '@shared/parity/propose-cells'
import { Check, Ellipsis, Plus, Table2 } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { copyCitation } from '../annotations/copy-citation'
import { useAct } from '../analyses/editing/use-act'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { WithSide } from '../app/with-side'
import type { ShortcutId } from '../app/shortcuts'
import { useRecord } from '../storage/live'
import { Button, IconButton } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { CheckField, SelectField } from '../ui/field'
import { Menu } from '../ui/menu'
import { PanelHeader } from '../ui/panel'
import { Segmented } from '../ui/segmented'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { CellPanel } from './cell-panel'
import { ClaimOfCellDialog } from './claim-of-cell-dialog'
import { emptyParityCells } from './commands/empty-parity-cells'
import { fillParityCell } from './commands/fill-parity-cell'
import { removeParityMatrix } from './commands/remove-parity-matrix'
import { takeOverProposals } from './commands/take-over-proposals'
import { FillCellDialog } from './fill-cell-dialog'
import { MatrixDialog, type MatrixPart } from './matrix-dialog'
import { NewMatrixDialog } from './new-matrix-dialog'
import { ParityChart } from './parity-chart'
import { ParityGrid } from './parity-grid'
import styles from './parity-screen.module.css'
import { ParityStateSign } from './state-sign'
import { useParity } from './use-parity'

const ALL: ParityFilter = { differing: false, state: 'any', group: 'any' }
type Open = { readonly kind: 'new'; readonly from: 'template' | 'nothing' } | { readonly kind: 'matrix'; readonly part: MatrixPart } | { readonly kind: 'fill'; readonly cellId: string; readonly wanted: ParityState | null } | { readonly kind: 'claim'; readonly cellId: string }

/** What agencies ought to disclose, by agency and year: proposed from inventory tables, taken over or filled by hand, each cell with its evidence. */
export function ParityScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const act = useAct()
  const analysis = useRecord('analyses', analysisId)
  const [wanted, setWanted] = useState<ParityMatrixId | null>(null)
  const parity = useParity(analysisId, wanted)
  const [filter, setFilter] = useState(ALL)
  const [view, setView] = useState<'matrix' | 'chart'>('matrix')
  const [chosen, setChosen] = useState<string | null>(null)
  const [panel, setPanel] = useState(false)
  const [open, setOpen] = useState<Open | null>(null)
  const close = useCallback(() => setOpen(null), [])
  const rows = parity?.rows
  const shown = useMemo(() => filteredRows(rows ?? [], filter), [rows, filter])
  const matrix = parity?.matrix ?? null
  const columns = useMemo(() => (matrix === null ? [] : columnsOf(matrix)), [matrix])
  const all = useMemo(() => (rows ?? []).flatMap((row) => row.cells), [rows])
  const cellOf = (id: string | null): ShownCell | null => all.find((cell) => cell.id === id) ?? null
  const current = cellOf(chosen)

  useEffect(() => {
    if (!panel || open !== null) return
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) setPanel(false)
    }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [panel, open])

  if (parity === undefined || analysis === undefined) return null
  if (analysis === null) {
    return (
      <EmptyState title="This analysis is not in the library">
        <p>It may have been removed; Ctrl Z takes that back.</p>
      </EmptyState>
    )
  }

  const waiting = all.filter((cell) => cell.standing === 'proposed' || cell.standing === 'parted')
  const takeOver = async (cells: readonly ShownCell[], said: string): Promise<void> => {
    if (matrix === null) return
    const taken = cells.flatMap(({ element, agency, year, proposal }) => (proposal === null ? [] : [{ elementId: element.id, agencyId: agency.id, year, ...takenOver(proposal) }]))
    await act(takeOverProposals, { matrixId: matrix.id, cells: taken }, said)
  }
  const inColumn = ({ agency, year }: ParityColumn): readonly ShownCell[] => waiting.filter((cell) => cell.agency.id === agency.id && cell.year === year)
  const claimed = (cell: ShownCell): void => {
    if (cell.cell === null) toast.show({ text: 'Take the proposal over, or fill the cell, before a claim is made of it.' })
    else if (cell.cell.claimId !== null) navigate(routes.claim(analysisId, cell.cell.claimId))
    else if (cell.cell.state === 'not-looked') toast.show({ text: 'Nobody has looked at this cell, so it says nothing to claim.' })
    else setOpen({ kind: 'claim', cellId: cell.id })
  }
  const emptied = (cell: ShownCell): void => {
    if (cell.cell !== null) void act(emptyParityCells, { ids: [cell.cell.id] }, 'Cell emptied.')
  }
  const cite = (cell: ShownCell): void => {
    if (cell.cell === null) return
    const table = parity.tables?.find((each) => each.table.documentId === cell.cell?.counts?.documentId)
    const text = cellCitation(cell.cell, cell, table === undefined ? null : { name: table.name, sha256: table.table.documentId })
    void copyCitation(desktop, { text, html: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') }).then(() => toast.show({ text: 'Copied as a citation.' }))
  }
  const setState = (cell: ShownCell, state: ParityState): void => {
    if (matrix === null) return
    if (state === 'not-found' && (cell.cell?.searchNoteIds.length ?? 0) === 0) {
      setOpen({ kind: 'fill', cellId: cell.id, wanted: state })
      return
    }
    const { note = '', annotationIds = [], searchNoteIds = [] } = cell.cell ?? {}
    void act(fillParityCell, { matrixId: matrix.id, elementId: cell.element.id, agencyId: cell.agency.id, year: cell.year, state, note, annotationIds, searchNoteIds }, `Filled by hand: ${PARITY_STATE_WORDS[state]}.`)
  }
  const openCell = (cell: ShownCell): void => {
    setChosen(cell.id)
    setPanel(true)
  }
  const onKey = (shortcut: ShortcutId, cell: ShownCell): boolean => {
    const state = PARITY_STATES.find((one) => shortcut === `cell-${one}`)
    if (state !== undefined) setState(cell, state)
    else if (shortcut === 'open-cell') openCell(cell)
    else if (shortcut === 'take-over-cell') void (waiting.includes(cell) ? takeOver([cell], 'Taken over.') : toast.show({ text: 'There is no proposal to take over in this cell.' }))
    else if (shortcut === 'edit-cell') setOpen({ kind: 'fill', cellId: cell.id, wanted: null })
    else if (shortcut === 'empty-cell') emptied(cell)
    else if (shortcut === 'claim-cell') claimed(cell)
    else return false
    setChosen(cell.id)
    return true
  }
  const dialogCell = open?.kind === 'fill' || open?.kind === 'claim' ? cellOf(open.cellId) : null

  const side =
    panel && current !== null ? (
      <CellPanel
        key={current.id}
        shown={current}
        tables={parity.tables}
        onTakeOver={() => void takeOver([current], 'Taken over.')}
        onEdit={() => setOpen({ kind: 'fill', cellId: current.id, wanted: null })}
        onEmpty={() => emptied(current)}
        onClaim={() => claimed(current)}
        onCite={() => cite(current)}
        onClose={() => setPanel(false)}
      />
    ) : null
  return (
    <WithSide group="parity" side={side}>
      <section className={styles.main} aria-label="Parity">
        <h1 className={styles.hidden}>Parity</h1>
        {matrix === null ? (
          <EmptyState
            title="What does one agency disclose that another does not?"
            actions={
              <>
                <Button kind="primary" icon={Table2} onClick={() => setOpen({ kind: 'new', from: 'template' })}>
                  Begin with the AI-use inventories…
                </Button>
                <Button icon={Plus} onClick={() => setOpen({ kind: 'new', from: 'nothing' })}>
                  Begin with nothing…
                </Button>
              </>
            }
          >
            <p>A matrix sets elements that agencies ought to disclose against agencies and years, and says of each cell what was disclosed: something specific, one text in every row, a notice that it is withheld, nothing.</p>
            <ol className={styles.steps}>
              <li>Choose the template: the fields of the federal inventories of 2023, 2024 and 2025, or your own.</li>
              <li>Choose the inventory table of each year from the library.</li>
              <li>Look at what is computed, take it over, and fill by hand what no table can tell.</li>
            </ol>
          </EmptyState>
        ) : (
          <>
            <PanelHeader title={matrix.title}>
              <div className={styles.tools}>
                {parity.matrices.length < 2 ? null : <SelectField label="Matrix" hideLabel value={matrix.id} options={parity.matrices.map(({ id, title }) => ({ value: id, label: title }))} onChange={setWanted} />}
                <Segmented label="View" value={view} options={[{ value: 'matrix', label: 'Matrix' }, { value: 'chart', label: 'Chart' }]} onChange={setView} />
                <Button icon={Table2} onClick={() => setOpen({ kind: 'matrix', part: 'tables' })}>
                  Years and tables…
                </Button>
                <Button kind={waiting.length > 0 ? 'primary' : 'secondary'} icon={Check} disabled={waiting.length === 0} onClick={() => void takeOver(waiting, `Took over ${waiting.length} cells.`)}>
                  Take over all {waiting.length}
                </Button>
                <Menu
                  align="end"
                  trigger={<IconButton label="What to do with the matrix" icon={Ellipsis} />}
                  items={[
                    { label: 'Elements…', onSelect: () => setOpen({ kind: 'matrix', part: 'elements' }) },
                    { label: 'Agencies…', onSelect: () => setOpen({ kind: 'matrix', part: 'agencies' }) },
                    { label: 'Another matrix…', onSelect: () => setOpen({ kind: 'new', from: 'template' }) },
                    'separator',
                    { label: 'Remove the matrix', danger: true, onSelect: () => void act(removeParityMatrix, { id: matrix.id }, 'Matrix removed.') },
                  ]}
                />
              </div>
            </PanelHeader>
            <search className={styles.filters} aria-label="Narrow the matrix">
              <CheckField label="Only where agencies differ" checked={filter.differing} onChange={(differing) => setFilter({ ...filter, differing })} />
              <SelectField label="State" hideLabel value={filter.state} options={[{ value: 'any' as const, label: 'any state' }, ...PARITY_STATES.map((value) => ({ value, label: PARITY_STATE_WORDS[value] }))]} onChange={(state) => setFilter({ ...filter, state })} />
              <SelectField label="Group" hideLabel value={filter.group} options={[{ value: 'any', label: 'any group' }, ...groupsOf(matrix.elements).filter((group) => group !== '').map((value) => ({ value, label: value }))]} onChange={(group) => setFilter({ ...filter, group })} />
              <output className={styles.faint}>
                {shown.length === matrix.elements.length ? `${matrix.elements.length} elements` : `${shown.length} of ${matrix.elements.length} elements`}
                {parity.tables === undefined ? ', reading tables…' : matrix.tables.length === 0 ? ', no table chosen yet' : `, ${waiting.length} proposed`}
              </output>
            </search>
            {view === 'chart' ? (
              <ParityChart tallies={tallyColumns(columns, shown)} elements={shown.length} />
            ) : shown.length === 0 ? (
              <EmptyState title={matrix.elements.length === 0 ? 'No element yet' : 'No element fits'} actions={matrix.elements.length === 0 ? <Button kind="primary" onClick={() => setOpen({ kind: 'matrix', part: 'elements' })}>Add elements…</Button> : <Button onClick={() => setFilter(ALL)}>Show all</Button>}>
                <p>{matrix.elements.length === 0 ? 'Elements are the rows of the matrix; agencies and years are its columns.' : 'Every filter has to fit.'}</p>
              </EmptyState>
            ) : (
              <ParityGrid rows={shown} columns={columns} chosen={chosen} onChoose={(cell) => setChosen(cell.id)} onOpen={openCell} onKey={onKey} onTakeOver={(column) => void takeOver(inColumn(column), `Took over ${inColumn(column).length} cells of ${column.agency.short} ${column.year}.`)} />
            )}
            <ul className={styles.legend} aria-label="States">
              {PARITY_STATES.map((state) => (
                <li key={state}>
                  <ParityStateSign state={state} />
                </li>
              ))}
              <li className={styles.dashed}>dashed: proposed</li>
            </ul>
          </>
        )}
      </section>
      {open?.kind === 'new' ? (
        <NewMatrixDialog
          analysisId={analysisId}
          from={open.from}
          act={act}
          onMade={(id) => {
            setWanted(id)
            setOpen(open.from === 'template' ? { kind: 'matrix', part: 'tables' } : { kind: 'matrix', part: 'elements' })
          }}
          onClose={close}
        />
      ) : open?.kind === 'matrix' && matrix !== null ? (
        <MatrixDialog key={matrix.id} matrix={matrix} part={open.part} act={act} onClose={close} />
      ) : open?.kind === 'fill' && matrix !== null && dialogCell !== null ? (
        <FillCellDialog matrix={matrix} shown={dialogCell} wanted={open.wanted} act={act} onClose={close} />
      ) : open?.kind === 'claim' && dialogCell !== null ? (
        <ClaimOfCellDialog analysis={analysis} shown={dialogCell} act={act} onMade={close} onClose={close} />
      ) : null}
    </WithSide>
  )
}
