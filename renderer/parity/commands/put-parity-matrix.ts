import { ok, problem, trouble } from '@shared/errors/outcome'
import { parityMatrixSchema } from '@shared/parity/parity-matrix'
import { defineCommand } from '@shared/storage/command'
import { put, remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

const { createdAt: _set, ...shape } = parityMatrixSchema.unwrap().shape
const unique = (items: readonly (string | number)[]): boolean => new Set(items).size === items.length

/**
 * Makes a matrix, or changes its elements, agencies, years and tables. Cells of what is no longer in it go with it; one undo
 * brings all of it back.
 */
export const putParityMatrix = defineCommand({
  name: 'put-parity-matrix',
  label: 'Change the matrix',
  input: record(shape),
  async decide(matrix, { read, at }) {
    if ((await read.get('analyses', matrix.analysisId)) === undefined)
      return trouble(problem('analysis-gone', 'The analysis is no longer in the library.', 'Choose another analysis.'))
    if (!unique(matrix.elements.map(({ id }) => id)) || !unique(matrix.agencies.map(({ id }) => id)) || !unique(matrix.years))
      return trouble(problem('matrix-doubled', 'An element, an agency or a year stands in the matrix twice.', 'Take one of the two out.'))
    const earlier = await read.get('parityMatrices', matrix.id)
    const elements = new Set(matrix.elements.map(({ id }) => id))
    const agencies = new Set(matrix.agencies.map(({ id }) => id))
    const gone = (await read.where('parityCells', 'matrixId', matrix.id)).filter(
      (cell) => !elements.has(cell.elementId) || !agencies.has(cell.agencyId) || !matrix.years.includes(cell.year),
    )
    const tables = matrix.tables
      .filter((table) => matrix.years.includes(table.year))
      .map((table) => (table.agencyId === null || agencies.has(table.agencyId) ? table : { ...table, agencyId: null }))
    const changes = [
      put('parityMatrices', { ...matrix, tables, createdAt: earlier?.createdAt ?? at }),
      ...gone.map((cell) => remove('parityCells', cell.id)),
    ]
    const cells = gone.length === 0 ? '' : `, with ${gone.length} ${gone.length === 1 ? 'cell' : 'cells'} less`
    return ok({
      changes,
      summary: earlier === undefined ? `Made a parity matrix of ${matrix.elements.length} elements` : `Changed a parity matrix${cells}`,
    })
  },
})
