import { put } from '@shared/storage/records'
import { aClaim, anAnalysis, aSearchNote } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { putSearchNote } from './put-search-note'
import { removeSearchNote } from './remove-search-note'

const analysis = anAnalysis()
const { createdAt: _createdAt, ...note } = aSearchNote(analysis, [aClaim(analysis)])

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`searches-${newId('test')}`)
  await bench.have([put('analyses', analysis)])
})
afterEach(() => bench.remove())

test('a search is recorded, changed under the date of its first record, and removed', async () => {
  await bench.runBothWays(putSearchNote, note)
  const recorded = await bench.db.get('searchNotes', note.id)
  await bench.runBothWays(putSearchNote, { ...note, hits: 2 })
  expect(await bench.db.get('searchNotes', note.id)).toEqual({ ...recorded, hits: 2 })
  await bench.runBothWays(removeSearchNote, { id: note.id })
  expect(await bench.db.get('searchNotes', note.id)).toBeUndefined()
})

test('a record that says nothing is refused', async () => {
  expect(await bench.refusal(putSearchNote, { ...note, words: ' ', result: '' })).toBe('empty-search')
})
