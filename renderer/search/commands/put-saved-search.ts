import { savedSearchSchema } from '@shared/searches/saved-search'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

const { id, name, query } = savedSearchSchema.unwrap().shape

/** Keeps a search by name, or changes the name or the words of one that is kept. */
export const putSavedSearch = defineCommand({
  name: 'put-saved-search',
  label: 'Save the search',
  input: record({ id, name, query }),
  async decide(input, { read, actor, at }) {
    if (input.name.trim() === '')
      return trouble(problem('no-name', 'The search has no name.', 'Write one: it is how you will find the search again.'))
    const earlier = await read.get('savedSearches', input.id)
    return ok({
      changes: [
        put('savedSearches', { ...input, name: input.name.trim(), author: earlier?.author ?? actor, createdAt: earlier?.createdAt ?? at }),
      ],
      summary: earlier === undefined ? 'Saved a search' : 'Changed a saved search',
    })
  },
})
