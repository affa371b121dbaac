import { ok, problem, trouble } from '@shared/errors/outcome'
import { parityCellId, parityCellSchema } from '@shared/parity/parity-cell'
import { parityMatrixIdSchema } from '@shared/parity/parity-matrix'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { cellPlace, placeIn } from './cell-place'
import { matrixOf } from './matrix-of'

const { state, note, annotationIds, searchNoteIds } = parityCellSchema.unwrap().shape

/**
 * Fills a cell by hand: a state with a note, passages and searches. What was counted stays as long as the state that it
 * stood for does. *Looked and not found* needs the search that did not find it.
 */
export const fillParityCell = defineCommand({
  name: 'fill-parity-cell',
  label: 'Fill the cell',
  input: record({ matrixId: parityMatrixIdSchema, ...cellPlace, state, note, annotationIds, searchNoteIds }),
  async decide({ matrixId, ...cell }, { read, at, actor }) {
    const found = await matrixOf(read, matrixId)
    if (!found.ok) return found
    const there = placeIn(found.value, cell)
    if (!there.ok) return there
    if (cell.state === 'not-found' && cell.searchNoteIds.length === 0)
      return trouble(
        problem(
          'not-found-unsearched',
          '“Looked and not found” says that somebody looked, and no search is recorded.',
          'Choose a search note, or record the search.',
        ),
      )
    for (const each of cell.annotationIds)
      if ((await read.get('annotations', each)) === undefined)
        return trouble(
          problem('mark-missing', 'A passage of the cell is no longer marked.', 'Take it out, or undo the deletion of the mark.'),
        )
    for (const each of cell.searchNoteIds)
      if ((await read.get('searchNotes', each)) === undefined)
        return trouble(problem('search-missing', 'A search of the cell is no longer recorded.', 'Take it out, or undo its removal.'))
    const id = parityCellId(matrixId, cell.elementId, cell.agencyId, cell.year)
    const earlier = await read.get('parityCells', id)
    const counts = earlier?.state === cell.state ? earlier.counts : null
    return ok({
      changes: [
        put('parityCells', {
          ...cell,
          id,
          analysisId: found.value.analysisId,
          matrixId,
          counts,
          claimId: earlier?.claimId ?? null,
          author: actor,
          at,
        }),
      ],
      summary: earlier === undefined ? 'Filled a cell of a parity matrix' : 'Changed a cell of a parity matrix',
    })
  },
})
