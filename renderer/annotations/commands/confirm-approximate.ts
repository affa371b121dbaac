import { annotationIdSchema, stateOf } from '@shared/annotations/annotation'
import { counted } from '@shared/dossier/words'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { MARK_MISSING } from './mark-problems'

/** The researcher has compared approximate matches with the originals and says that each is the passage. The words stay those that were marked. */
export const confirmApproximate = defineCommand({
  name: 'confirm-approximate',
  label: 'Confirm approximate matches',
  input: record({ ids: list(annotationIdSchema) }),
  async decide({ ids }, { read, actor, at }) {
    const changes: Change[] = []
    let others = 0
    for (const id of new Set(ids)) {
      const annotation = await read.get('annotations', id)
      if (annotation === undefined) continue
      if (stateOf(annotation) === 'approximate') changes.push(put('annotations', { ...annotation, confirmed: { by: actor, at } }))
      else others += 1
    }
    if (changes.length > 0)
      return ok({
        changes,
        summary:
          changes.length === 1
            ? 'Confirmed an approximate match'
            : `Confirmed ${counted(changes.length, 'approximate match', 'approximate matches')}`,
      })
    return trouble(
      others === 0
        ? MARK_MISSING
        : problem(
            'not-approximate',
            'Only an approximate match is confirmed by hand.',
            'An exact or moved quotation is verified by its words; a lost one has to be marked again.',
          ),
    )
  },
})
