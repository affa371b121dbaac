import type { AnalysisId } from '@shared/analyses/analysis'
import { escapedHtml } from '@shared/markup/escape'
import { cellCitation } from '@shared/parity/cell-words'
import { isWaiting, type ShownCell } from '@shared/parity/matrix-view'
import { PARITY_STATE_WORDS, PARITY_STATES, type ParityState } from '@shared/parity/parity-cell'
import { takenOver } from '@shared/parity/propose-cells'
import { copyCitation } from '../annotations/copy-citation'
import type { Act } from '../analyses/editing/use-act'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import type { ShortcutId } from '../app/shortcuts'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { emptyParityCells } from './commands/empty-parity-cells'
import { fillParityCell } from './commands/fill-parity-cell'
import { takeOverProposals } from './commands/take-over-proposals'
import type { ParityOpen } from './parity-dialogs'
import type { Parity } from './use-parity'

/** What can be done to cells of a matrix. */
export type CellActions = {
  /** @param said what the toast says afterwards */
  takeOver(cells: readonly ShownCell[], said: string): Promise<void>
  empty(cell: ShownCell): void
  /** Opens the claim that was made of a cell, or asks what it should be. */
  claim(cell: ShownCell): void
  cite(cell: ShownCell): void
  /** Does what a key of the matrix asks for; false for a key that asks for nothing here. */
  byKey(shortcut: ShortcutId, cell: ShownCell): boolean
}

type CellActionsProps = {
  readonly analysisId: AnalysisId
  readonly parity: Parity | undefined
  readonly act: Act
  /** Opens a dialog about a cell. */
  readonly open: (what: ParityOpen) => void
  /** Shows a cell with its evidence. */
  readonly show: (cell: ShownCell) => void
}

/** What can be done to the cells of a matrix, by button and by key. */
export function useCellActions({ analysisId, parity, act, open, show }: CellActionsProps): CellActions {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const matrix = parity?.matrix ?? null

  const takeOver: CellActions['takeOver'] = async (cells, said) => {
    if (matrix === null) return
    const taken = cells.flatMap(({ element, agency, year, proposal }) =>
      proposal === null ? [] : [{ elementId: element.id, agencyId: agency.id, year, ...takenOver(proposal) }],
    )
    await act(takeOverProposals, { matrixId: matrix.id, cells: taken }, said)
  }
  const claim: CellActions['claim'] = (cell) => {
    if (cell.cell === null) toast.show({ text: 'Take the proposal over, or fill the cell, before a claim is made of it.' })
    else if (cell.cell.claimId !== null) navigate(routes.claim(analysisId, cell.cell.claimId))
    else if (cell.cell.state === 'not-looked') toast.show({ text: 'Nobody has looked at this cell, so it says nothing to claim.' })
    else open({ kind: 'claim', cellId: cell.id })
  }
  const empty: CellActions['empty'] = (cell) => {
    if (cell.cell !== null) void act(emptyParityCells, { ids: [cell.cell.id] }, 'Cell emptied.')
  }
  const cite: CellActions['cite'] = (cell) => {
    if (cell.cell === null) return
    const table = parity?.tables?.find((each) => each.table.documentId === cell.cell?.counts?.documentId)
    const text = cellCitation(cell.cell, cell, table === undefined ? null : { name: table.name, sha256: table.table.documentId })
    void copyCitation(desktop, { text, html: escapedHtml(text) }).then(() => toast.show({ text: 'Copied as a citation.' }))
  }
  const setState = (cell: ShownCell, state: ParityState): void => {
    if (matrix === null) return
    // Nothing is said to be absent without the search that did not find it, which the dialog asks for.
    if (state === 'not-found' && (cell.cell?.searchNoteIds.length ?? 0) === 0) {
      open({ kind: 'fill', cellId: cell.id, wanted: state })
      return
    }
    const { note = '', annotationIds = [], searchNoteIds = [] } = cell.cell ?? {}
    const filled = {
      matrixId: matrix.id,
      elementId: cell.element.id,
      agencyId: cell.agency.id,
      year: cell.year,
      state,
      note,
      annotationIds,
      searchNoteIds,
    }
    void act(fillParityCell, filled, `Filled by hand: ${PARITY_STATE_WORDS[state]}.`)
  }
  const byKey: CellActions['byKey'] = (shortcut, cell) => {
    const state = PARITY_STATES.find((one) => shortcut === `cell-${one}`)
    if (state !== undefined) setState(cell, state)
    else if (shortcut === 'open-cell') show(cell)
    else if (shortcut === 'take-over-cell')
      void (isWaiting(cell) ? takeOver([cell], 'Taken over.') : toast.show({ text: 'There is no proposal to take over in this cell.' }))
    else if (shortcut === 'edit-cell') open({ kind: 'fill', cellId: cell.id, wanted: null })
    else if (shortcut === 'empty-cell') empty(cell)
    else if (shortcut === 'claim-cell') claim(cell)
    else return false
    return true
  }
  return { takeOver, empty, claim, cite, byKey }
}
