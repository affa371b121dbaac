import { ok, problem, trouble } from '@shared/errors/outcome'
import { parityCellIdSchema } from '@shared/parity/parity-cell'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { derivedId } from '@shared/units/derived-id'
import { record } from '@shared/units/strict-schema'
import { addClaim } from '../../claims/commands/add-claim'

/** Makes a claim of a cell: its passages become evidence for the claim, and its searches bear on it. */
export const claimOfCell = defineCommand({
  name: 'claim-of-cell',
  label: 'Make a claim of the cell',
  input: record({ cellId: parityCellIdSchema, claim: addClaim.input }),
  async decide({ cellId, claim }, context) {
    const { read, at, actor } = context
    const cell = await read.get('parityCells', cellId)
    if (cell === undefined)
      return trouble(problem('cell-missing', 'The cell is empty now.', 'Fill it, or take its proposal over, before a claim is made of it.'))
    if (cell.claimId !== null)
      return trouble(problem('cell-claimed', 'A claim was made of this cell already.', 'Open that claim, or delete it first.'))
    const added = await addClaim.decide({ ...claim, analysisId: cell.analysisId }, context)
    if (!added.ok) return added
    const notes = await Promise.all(cell.searchNoteIds.map((id) => read.get('searchNotes', id)))
    const changes = [
      ...added.value.changes,
      put('parityCells', { ...cell, claimId: claim.id }),
      ...cell.annotationIds.map((annotationId) =>
        put('evidenceLinks', {
          id: derivedId('evidence', claim.id, annotationId),
          analysisId: cell.analysisId,
          claimId: claim.id,
          annotationId,
          relation: 'supports',
          readingIds: [],
          strength: null,
          note: '',
          author: actor,
          createdAt: at,
        }),
      ),
      ...notes.flatMap((note) => (note === undefined ? [] : [put('searchNotes', { ...note, claimIds: [...note.claimIds, claim.id] })])),
    ]
    return ok({ changes, summary: `${added.value.summary}, made of a cell of a parity matrix` })
  },
})
