import { searchNoteIdSchema } from '@shared/searches/search-note'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

/** Takes the record of a search away. */
export const removeSearchNote = defineCommand({
  name: 'remove-search-note',
  label: 'Remove search note',
  input: record({ id: searchNoteIdSchema }),
  decide: async ({ id }) => ok({ changes: [remove('searchNotes', id)], summary: 'Removed the record of a search' }),
})
