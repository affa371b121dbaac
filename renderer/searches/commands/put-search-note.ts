import { searchNoteSchema } from '@shared/searches/search-note'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

const { createdAt: _set, ...shape } = searchNoteSchema.unwrap().shape

/** Records a search and what it found, or changes the record of one. */
export const putSearchNote = defineCommand({
  name: 'put-search-note',
  label: 'Record search',
  input: record(shape),
  async decide(note, { read, at }) {
    if ((await read.get('analyses', note.analysisId)) === undefined)
      return trouble(problem('analysis-gone', 'The analysis is no longer in the library.', 'Choose another analysis.'))
    if (note.words.trim() === '' && note.result.trim() === '')
      return trouble(
        problem('empty-search', 'The record says neither what was searched for nor what was found.', 'Fill in the words or the result.'),
      )
    const earlier = await read.get('searchNotes', note.id)
    return ok({
      changes: [put('searchNotes', { ...note, createdAt: earlier?.createdAt ?? at })],
      summary: earlier ? 'Changed the record of a search' : 'Recorded a search',
    })
  },
})
