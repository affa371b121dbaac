import type { AnalysisId } from '@shared/analyses/analysis'
import { type ParityProposal, type ShownRow, shownRows } from '@shared/parity/matrix-view'
import type { ParityCell } from '@shared/parity/parity-cell'
import type { ParityMatrix, ParityMatrixId, ParityTable } from '@shared/parity/parity-matrix'
import { proposeCells } from '@shared/parity/propose-cells'
import type { StoredSheet } from '@shared/tables/table-pages'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useRecords } from '../storage/live'
import { useWorkbench } from '../workbench/workbench'
import { readInventory } from './read-inventory'

/** A table of the matrix as it is read now; no sheet where the document is not in the library, or has no such sheet. */
export type MatrixTable = { readonly table: ParityTable; readonly name: string; readonly sheet: StoredSheet | null }

export type Parity = {
  readonly matrices: readonly ParityMatrix[]
  readonly matrix: ParityMatrix | null
  readonly cells: readonly ParityCell[]
  /** Undefined while tables are read: then cells show what somebody filled in, and proposals come after. */
  readonly tables: readonly MatrixTable[] | undefined
  readonly rows: readonly ShownRow[]
}

const NONE: ReadonlyMap<string, ParityProposal> = new Map()

/** What was computed last: coming back to the room computes nothing anew. */
let last: {
  readonly matrix: string
  readonly sheets: readonly (StoredSheet | null)[]
  readonly proposals: ReadonlyMap<string, ParityProposal>
} | null = null

function proposalsOf(matrix: ParityMatrix, tables: readonly MatrixTable[]): ReadonlyMap<string, ParityProposal> {
  const [key, sheets] = [JSON.stringify(matrix), tables.map(({ sheet }) => sheet)]
  if (
    last === null ||
    last.matrix !== key ||
    last.sheets.length !== sheets.length ||
    last.sheets.some((sheet, at) => sheet !== sheets[at])
  ) {
    last = {
      matrix: key,
      sheets,
      proposals: proposeCells(
        matrix,
        tables.flatMap(({ table, sheet }) => (sheet === null ? [] : [{ table, inventory: sheet }])),
      ),
    }
  }
  return last.proposals
}

/** The matrix of an analysis with its cells and what its tables propose; undefined while records are read. */
export function useParity(analysisId: AnalysisId, wanted: ParityMatrixId | null): Parity | undefined {
  const workbench = useWorkbench()
  const matrices = useRecords('parityMatrices', 'analysisId', analysisId)
  const sorted = useMemo(() => matrices?.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)), [matrices])
  const matrix = sorted?.find(({ id }) => id === wanted) ?? sorted?.[0] ?? null
  const cells = useRecords('parityCells', 'analysisId', analysisId)
  const asked = JSON.stringify(matrix?.tables ?? [])
  const tables = useLiveQuery(
    async (): Promise<readonly MatrixTable[]> =>
      Promise.all(
        (JSON.parse(asked) as readonly ParityTable[]).map(async (table) => ({
          table,
          name: (await workbench.db.get('documents', table.documentId))?.name ?? 'a table that is not in the library',
          sheet: await readInventory(workbench, table.documentId, table.sheet),
        })),
      ),
    [workbench, asked],
  )
  const proposals = useMemo(() => (matrix === null || tables === undefined ? NONE : proposalsOf(matrix, tables)), [matrix, tables])
  const rows = useMemo(
    () => (matrix === null || cells === undefined ? [] : shownRows(matrix, cells, proposals)),
    [matrix, cells, proposals],
  )
  return sorted === undefined || cells === undefined ? undefined : { matrices: sorted, matrix, cells, tables, rows }
}
