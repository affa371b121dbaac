import { searchNoteIdSchema } from '@shared/searches/search-note'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { cellsWithoutSearch } from '../../parity/commands/cells-without'

/** Takes the record of a search away. */
export const removeSearchNote = defineCommand({
  name: 'remove-search-note',
  label: 'Remove search note',
  input: record({ id: searchNoteIdSchema }),
  decide: async ({ id }, { read }) =>
    ok({ changes: [remove('searchNotes', id), ...(await cellsWithoutSearch(read, id))], summary: 'Removed the record of a search' }),
})
