import { put } from '@shared/storage/records'
import { aClaim, anAnalysis, aParityMatrix } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assessClaim } from '../claims/commands/assess-claim'
import { fillParityCell } from '../parity/commands/fill-parity-cell'
import { putParityMatrix } from '../parity/commands/put-parity-matrix'
import { putSearchNote } from '../searches/commands/put-search-note'
import { commandBench, type CommandBench } from '../testing/command-bench'
import { inOneStep, step } from './in-one-step'

const analysis = anAnalysis()
const claim = aClaim(analysis, { kind: 'absence' })
const { createdAt: _set, ...matrix } = aParityMatrix(analysis, { years: [2025] })
const note = {
  id: newId('search'),
  analysisId: analysis.id,
  claimIds: [claim.id],
  where: 'A list',
  words: 'a word',
  date: null,
  by: 'Sample',
  documentIds: [],
  hits: 0,
  result: '',
  wouldHaveShown: '',
}
const supported = { claimId: claim.id, readingId: null, status: 'supported', confidence: null, reasoning: '' } as const
const blank = {
  matrixId: matrix.id,
  elementId: 'vendor',
  agencyId: 'ta',
  year: 2025,
  state: 'blank',
  annotationIds: [],
  searchNoteIds: [],
} as const
const said = { author: 'Sample', summary: 'Put the samples in' }

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`in-one-step-${newId('test')}`)
  await bench.have([put('analyses', analysis), put('claims', claim)])
})
afterEach(() => bench.remove())

test('each step sees what those before it decided, and one line says that all was done', async () => {
  // An absence is supported only by a search; a cell needs its matrix, and is changed when it is filled again.
  const steps = [
    step(putSearchNote, note),
    step(assessClaim, supported),
    step(putParityMatrix, matrix),
    step(fillParityCell, { ...blank, note: 'First.' }),
    step(fillParityCell, { ...blank, note: 'Second.' }),
  ]
  await bench.runBothWays(inOneStep(steps, said), null)
  expect(await bench.db.where('assessments', 'claimId', claim.id)).toMatchObject([{ status: 'supported', author: 'Sample' }])
  expect(await bench.db.where('parityCells', 'matrixId', matrix.id)).toMatchObject([{ note: 'Second.', author: 'Sample' }])
  expect((await bench.db.custody.orderBy('seq').last())?.entry).toMatchObject({
    actor: 'Researcher',
    command: 'put-samples',
    summary: 'Put the samples in',
  })
})

test('nothing is written when one step is refused', async () => {
  expect(await bench.refusal(inOneStep([step(putParityMatrix, matrix), step(assessClaim, supported)], said), null)).toBe(
    'absence-unsearched',
  )
  expect(await bench.db.all('parityMatrices')).toEqual([])
})
