import type { Analysis } from '../analyses/analysis'
import { type ParityCell, parityCellId, parityCellSchema } from '../parity/parity-cell'
import { type ParityMatrix, parityMatrixSchema } from '../parity/parity-matrix'
import { BUILT_AT, nextId } from './built-ids'

export const aParityMatrix = (analysis: Pick<Analysis, 'id'>, over: Partial<ParityMatrix> = {}): ParityMatrix =>
  parityMatrixSchema.parse({
    id: `matrix_t${nextId()}`,
    analysisId: analysis.id,
    title: 'What the inventories say',
    years: [2025],
    createdAt: BUILT_AT,
    elements: [
      {
        id: 'vendor',
        label: 'Vendor',
        group: 'Purchase',
        answer: 'words',
        asked: [{ year: 2025, asked: true, columns: ['vendor_name'], base: 'all', optional: false }],
        note: '',
      },
    ],
    agencies: [{ id: 'ta', name: 'The Agency', short: 'TA', rows: [{ columns: ['agency'], values: ['TA'] }] }],
    tables: [],
    ...over,
  })

export const aParityCell = (matrix: Pick<ParityMatrix, 'id' | 'analysisId'>, over: Partial<ParityCell> = {}): ParityCell => {
  const { elementId = 'vendor', agencyId = 'ta', year = 2025 } = over
  return parityCellSchema.parse({
    id: parityCellId(matrix.id, elementId, agencyId, year),
    analysisId: matrix.analysisId,
    matrixId: matrix.id,
    elementId,
    agencyId,
    year,
    state: 'specific',
    counts: null,
    note: '',
    annotationIds: [],
    searchNoteIds: [],
    claimId: null,
    author: 'Researcher',
    at: BUILT_AT,
    ...over,
  })
}
