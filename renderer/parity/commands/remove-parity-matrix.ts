import { ok } from '@shared/errors/outcome'
import { parityMatrixIdSchema } from '@shared/parity/parity-matrix'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { matrixOf } from './matrix-of'

/** Removes a matrix with its cells. Claims that were made of cells stay, and so do marks and search notes. */
export const removeParityMatrix = defineCommand({
  name: 'remove-parity-matrix',
  label: 'Remove the matrix',
  input: record({ id: parityMatrixIdSchema }),
  async decide({ id }, { read }) {
    const found = await matrixOf(read, id)
    if (!found.ok) return found
    const cells = await read.where('parityCells', 'matrixId', id)
    return ok({
      changes: [remove('parityMatrices', id), ...cells.map((cell) => remove('parityCells', cell.id))],
      summary: `Removed a parity matrix with ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}`,
    })
  },
})
