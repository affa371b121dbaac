import { annotationIdSchema, stateOf } from '@shared/annotations/annotation'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

/** The researcher has compared an approximate match with the original and says that it is the passage. */
export const confirmApproximate = defineCommand({
  name: 'confirm-approximate',
  label: 'Confirm an approximate match',
  input: record({ id: annotationIdSchema }),
  async decide({ id }, { read, actor, at }) {
    const annotation = await read.get('annotations', id)
    if (annotation === undefined) return trouble(problem('mark-missing', 'The mark is no longer there.', 'It may have been deleted; undo brings it back.'))
    if (stateOf(annotation) !== 'approximate') {
      return trouble(problem('not-approximate', 'Only an approximate match is confirmed by hand.', 'An exact or moved quotation is verified by its words; a lost one has to be marked again.'))
    }
    return ok({ changes: [put('annotations', { ...annotation, confirmed: { by: actor, at } })], summary: 'Confirmed an approximate match' })
  },
})
