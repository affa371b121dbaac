import { tensionIdSchema } from '@shared/claims/tension'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

/** Takes a tension away; the claims stay as they are. */
export const removeTension = defineCommand({
  name: 'remove-tension',
  label: 'Remove a tension',
  input: record({ id: tensionIdSchema }),
  async decide({ id }, { read }) {
    if ((await read.get('tensions', id)) === undefined)
      return trouble(problem('tension-gone', 'The tension is no longer there.', 'Nothing needs to be done.'))
    return ok({ changes: [remove('tensions', id)], summary: 'Removed a tension between claims' })
  },
})
