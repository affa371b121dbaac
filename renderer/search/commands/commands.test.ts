import { EVERYTHING } from '@shared/searches/search-query'
import { put } from '@shared/storage/records'
import { aClaim, aDocument, anAnalysis, anAnnotation } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { markHits } from './mark-hits'
import { putSavedSearch } from './put-saved-search'
import { removeSavedSearch } from './remove-saved-search'

const analysis = anAnalysis()
const claim = aClaim(analysis)
const document = aDocument()
const hits = [1, 2].map(() => {
  const { id, segments } = anAnnotation(document)
  return { id, linkId: newId('evidence'), documentId: document.id, segments }
})
const link = { analysisId: analysis.id, claimId: claim.id, relation: 'supports', readingIds: [], strength: null, note: '' } as const

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`search-${newId('test')}`)
  await bench.have([put('analyses', analysis), put('claims', claim), put('documents', document)])
})
afterEach(() => bench.remove())

test('hits become marks with a tag and a link each, in one step that can be taken back', async () => {
  await bench.runBothWays(markHits, { marks: hits, comment: '', tags: ['found'], link })
  expect((await bench.db.all('annotations')).map(({ tags, kind }) => [kind, ...tags])).toEqual([
    ['highlight', 'found'],
    ['highlight', 'found'],
  ])
  expect((await bench.db.all('evidenceLinks')).map(({ annotationId }) => annotationId).toSorted()).toEqual(
    hits.map(({ id }) => id).toSorted(),
  )
  expect((await bench.summaries()).at(-1)).toBe(`Marked 2 hits in a document and linked them to ${claim.number} (supports)`)
})

test('nothing is marked when one of the documents is gone, or none of the hits stands on a page', async () => {
  expect(await bench.refusal(markHits, { marks: [], comment: '', tags: [], link: null })).toBe('nothing-to-mark')
  const elsewhere = aDocument()
  const { id, segments } = anAnnotation(elsewhere)
  expect(
    await bench.refusal(markHits, {
      marks: [...hits, { id, linkId: newId('evidence'), documentId: elsewhere.id, segments }],
      comment: '',
      tags: [],
      link: null,
    }),
  ).toBe('document-missing')
  expect(await bench.db.all('annotations')).toEqual([])
})

test('a search is saved, renamed under its first author and date, and deleted', async () => {
  const search = { id: newId<'savedsearch'>('savedsearch'), name: 'Plates', query: { ...EVERYTHING, words: '"license plate*"' } }
  await bench.runBothWays(putSavedSearch, search)
  const first = await bench.db.get('savedSearches', search.id)
  await bench.runBothWays(putSavedSearch, { ...search, name: ' Plate readers ' })
  expect(await bench.db.get('savedSearches', search.id)).toEqual({ ...first, name: 'Plate readers' })
  await bench.runBothWays(removeSavedSearch, { id: search.id })
  expect(await bench.db.get('savedSearches', search.id)).toBeUndefined()
  expect(await bench.refusal(removeSavedSearch, { id: search.id })).toBe('search-missing')
})
