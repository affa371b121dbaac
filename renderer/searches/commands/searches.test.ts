import { put } from '@shared/storage/records'
import { aClaim, aDocument, anAnalysis, anAnnotation, aSearchNote } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { timestampOf } from '@shared/units/time'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { deleteAnnotations } from '../../annotations/commands/delete-annotations'
import { filterNotes } from '../filter-notes'
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

test('a search that rests on a mark keeps its words when the mark goes', async () => {
  const document = aDocument()
  const letter = anAnnotation(document)
  await bench.have([put('documents', document), put('annotations', letter)])
  await bench.runBothWays(putSearchNote, { ...note, annotationId: letter.id })
  await bench.runBothWays(deleteAnnotations, { ids: [letter.id] })
  const kept = await bench.db.get('searchNotes', note.id)
  expect(kept).not.toHaveProperty('annotationId')
  expect(kept?.result).toBe(note.result)
})

test('searches are found by what became of them, and what has expired is shown', () => {
  const notes = [
    aSearchNote(analysis, [], { expires: timestampOf(0).slice(0, 10) as never, words: 'list of uses' }),
    aSearchNote(analysis, [aClaim(analysis)], { hits: 2, couldHaveHeld: 'no', date: null }),
  ]
  const found = (filter: Parameters<typeof filterNotes>[1]['filter'], words = ''): readonly number[] =>
    filterNotes(notes, { filter, words, day: '2026-01-01' }).map((each) => notes.indexOf(each))
  expect([
    found('all'),
    found('expired'),
    found('not-found'),
    found('found'),
    found('could-not'),
    found('unlinked'),
    found('letter'),
    found('all', 'USES room'),
  ]).toEqual([[0, 1], [0], [0], [1], [1], [0], [], [0]])
})
