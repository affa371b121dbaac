import type { Analysis } from '@shared/analyses/analysis'
import type { ShownCell } from '@shared/parity/matrix-view'
import type { ParityState } from '@shared/parity/parity-cell'
import type { ParityMatrix, ParityMatrixId } from '@shared/parity/parity-matrix'
import type { Act } from '../analyses/editing/use-act'
import { ClaimOfCellDialog } from './claim-of-cell-dialog'
import { FillCellDialog } from './fill-cell-dialog'
import { MatrixDialog, type MatrixPart } from './matrix-dialog'
import { NewMatrixDialog } from './new-matrix-dialog'

/** Which dialog of the room is open, and about what. */
export type ParityOpen =
  | { readonly kind: 'new'; readonly from: 'template' | 'nothing' }
  | { readonly kind: 'matrix'; readonly part: MatrixPart }
  | { readonly kind: 'fill'; readonly cellId: string; readonly wanted: ParityState | null }
  | { readonly kind: 'claim'; readonly cellId: string }

type ParityDialogsProps = {
  readonly open: ParityOpen | null
  readonly analysis: Analysis
  readonly matrix: ParityMatrix | null
  readonly cellOf: (id: string) => ShownCell | null
  readonly act: Act
  readonly onMade: (id: ParityMatrixId, from: 'template' | 'nothing') => void
  readonly onClose: () => void
}

/** The dialog that is open; none where its matrix or cell is gone. */
export function ParityDialogs({ open, analysis, matrix, cellOf, act, onMade, onClose }: ParityDialogsProps) {
  if (open === null) return null
  if (open.kind === 'new')
    return <NewMatrixDialog analysisId={analysis.id} from={open.from} act={act} onMade={(id) => onMade(id, open.from)} onClose={onClose} />
  if (open.kind === 'matrix')
    return matrix === null ? null : <MatrixDialog key={matrix.id} matrix={matrix} part={open.part} act={act} onClose={onClose} />
  const shown = cellOf(open.cellId)
  if (shown === null) return null
  if (open.kind === 'claim') return <ClaimOfCellDialog analysis={analysis} shown={shown} act={act} onMade={onClose} onClose={onClose} />
  return matrix === null ? null : <FillCellDialog matrix={matrix} shown={shown} wanted={open.wanted} act={act} onClose={onClose} />
}
