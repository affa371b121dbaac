import { ok, problem, trouble } from '@shared/errors/outcome'
import { parityCellId, parityCellSchema, parityCountsSchema } from '@shared/parity/parity-cell'
import { parityMatrixIdSchema } from '@shared/parity/parity-matrix'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { cellPlace, placeIn } from './cell-place'
import { matrixOf } from './matrix-of'

const { state } = parityCellSchema.unwrap().shape

/** Takes computed cells over, one or many in one step. A note, passages and searches that a cell has already stay with it. */
export const takeOverProposals = defineCommand({
  name: 'take-over-proposals',
  label: 'Take over proposals',
  input: record({ matrixId: parityMatrixIdSchema, cells: list(record({ ...cellPlace, state, counts: parityCountsSchema.nullable() })) }),
  async decide({ matrixId, cells }, { read, at, actor }) {
    const found = await matrixOf(read, matrixId)
    if (!found.ok) return found
    if (cells.length === 0)
      return trouble(
        problem('no-proposals', 'There is no proposal to take over.', 'Choose the table of the year, or fill the cells by hand.'),
      )
    const kept = new Map((await read.where('parityCells', 'matrixId', matrixId)).map((cell) => [cell.id, cell]))
    const changes: Change[] = []
    for (const cell of cells) {
      const there = placeIn(found.value, cell)
      if (!there.ok) return there
      const id = parityCellId(matrixId, cell.elementId, cell.agencyId, cell.year)
      const { note = '', annotationIds = [], searchNoteIds = [], claimId = null } = kept.get(id) ?? {}
      changes.push(
        put('parityCells', {
          ...cell,
          id,
          analysisId: found.value.analysisId,
          matrixId,
          note,
          annotationIds,
          searchNoteIds,
          claimId,
          author: actor,
          at,
        }),
      )
    }
    return ok({ changes, summary: `Took over ${cells.length} computed ${cells.length === 1 ? 'cell' : 'cells'} of a parity matrix` })
  },
})
