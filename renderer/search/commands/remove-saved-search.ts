import { savedSearchIdSchema } from '@shared/searches/saved-search'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

/** Forgets a saved search; what it found stays as it is. */
export const removeSavedSearch = defineCommand({
  name: 'remove-saved-search',
  label: 'Delete the saved search',
  input: record({ id: savedSearchIdSchema }),
  async decide({ id }, { read }) {
    if ((await read.get('savedSearches', id)) === undefined)
      return trouble(problem('search-missing', 'This saved search was already deleted.', 'Nothing needs to be done.'))
    return ok({ changes: [remove('savedSearches', id)], summary: 'Deleted a saved search' })
  },
})
