import { put } from '@shared/storage/records'
import { aClaim, aDocument, anAnalysis, aSource } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { addSource } from './add-source'
import { editSource } from './edit-source'
import { removeSource } from './remove-source'

const analysis = anAnalysis()
const source = aSource(analysis, { number: 3 })
const document = aDocument()

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`sources-${newId('test')}`)
  await bench.have([
    put('analyses', analysis),
    put('sources', source),
    put('claims', aClaim(analysis, { number: 'C01', citedSources: [3] })),
  ])
})
afterEach(() => bench.remove())

test('a source gets the next number, past those that are cited without a source', async () => {
  const { number: _number, ...blank } = aSource(analysis)
  await bench.runBothWays(addSource, { ...blank, numbersCited: [7] })
  expect((await bench.db.get('sources', blank.id))?.number).toBe(8)
})

test('what is known of a source changes, and documents are put behind it', async () => {
  await bench.runBothWays(editSource, { id: source.id, fields: { title: 'A notice', documentIds: [document.id] } })
  expect(await bench.db.get('sources', source.id)).toEqual({ ...source, title: 'A notice', documentIds: [document.id] })
})

test('the kind of record and its facts change with the item that holds them, and are taken back', async () => {
  const csl = { type: 'document', genre: 'Contract', number: '70XXXX22F00000000' }
  await bench.runBothWays(editSource, { id: source.id, fields: { csl } })
  expect((await bench.db.get('sources', source.id))?.csl).toEqual(csl)
})

test('a source that a claim cites is not removed', async () => {
  expect(await bench.refusal(removeSource, { id: source.id })).toBe('source-cited')
  const free = aSource(analysis, { number: 4 })
  await bench.have([put('sources', free)])
  await bench.runBothWays(removeSource, { id: free.id })
  expect(await bench.db.get('sources', free.id)).toBeUndefined()
})
