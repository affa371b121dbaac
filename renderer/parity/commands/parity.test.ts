import { put } from '@shared/storage/records'
import { aClaim, aDocument, anAnalysis, anAnnotation, aParityMatrix, aSearchNote } from '@shared/testing/builders'
import { parityCellId } from '@shared/parity/parity-cell'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteAnnotations } from '../../annotations/commands/delete-annotations'
import { deleteClaim } from '../../claims/commands/delete-claim'
import { removeSearchNote } from '../../searches/commands/remove-search-note'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { claimOfCell } from './claim-of-cell'
import { emptyParityCells } from './empty-parity-cells'
import { fillParityCell } from './fill-parity-cell'
import { putParityMatrix } from './put-parity-matrix'
import { removeParityMatrix } from './remove-parity-matrix'
import { takeOverProposals } from './take-over-proposals'

const analysis = anAnalysis()
const document = aDocument()
const mark = anAnnotation(document)
const other = aClaim(analysis)
const note = aSearchNote(analysis, [other])
const { createdAt: _set, ...matrix } = aParityMatrix(analysis, { years: [2024, 2025] })
const place = { elementId: 'vendor', agencyId: 'ta', year: 2025 }
const cellId = parityCellId(matrix.id, 'vendor', 'ta', 2025)
const counts = {
  documentId: document.id,
  sheet: null,
  column: 'vendor_name',
  base: 'all',
  of: 3,
  answered: 3,
  withheld: 1,
  distinct: 2,
  quote: 'Redacted',
} as const
const byHand = { matrixId: matrix.id, ...place, state: 'blank', note: '', annotationIds: [], searchNoteIds: [] } as const

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`parity-${newId('test')}`)
  await bench.have([
    put('analyses', analysis),
    put('documents', document),
    put('annotations', mark),
    put('claims', other),
    put('searchNotes', note),
  ])
  await bench.runBothWays(putParityMatrix, matrix)
})
afterEach(() => bench.remove())

const cell = () => bench.db.get('parityCells', cellId)

test('many proposals are taken over in one step, and what was noted of a cell stays', async () => {
  await bench.runBothWays(fillParityCell, { ...byHand, note: 'Compared by eye.', annotationIds: [mark.id] })
  await bench.runBothWays(takeOverProposals, {
    matrixId: matrix.id,
    cells: [
      { ...place, state: 'specific', counts },
      { ...place, year: 2024, state: 'not-asked', counts: null },
    ],
  })
  expect(await cell()).toMatchObject({ state: 'specific', counts, note: 'Compared by eye.', annotationIds: [mark.id] })
  expect(await bench.db.where('parityCells', 'matrixId', matrix.id)).toHaveLength(2)
})

test('counts stay with the state that they stand for', async () => {
  await bench.runBothWays(takeOverProposals, { matrixId: matrix.id, cells: [{ ...place, state: 'specific', counts }] })
  await bench.runBothWays(fillParityCell, { ...byHand, state: 'specific', note: 'Looked at all three.' })
  expect(await cell()).toMatchObject({ counts, note: 'Looked at all three.' })
  await bench.runBothWays(fillParityCell, byHand)
  expect(await cell()).toMatchObject({ state: 'blank', counts: null })
})

test('looked and not found needs a search, and without it is not yet looked', async () => {
  expect(await bench.refusal(fillParityCell, { ...byHand, state: 'not-found' })).toBe('not-found-unsearched')
  await bench.runBothWays(fillParityCell, { ...byHand, state: 'not-found', searchNoteIds: [note.id] })
  await bench.runBothWays(removeSearchNote, { id: note.id })
  expect(await cell()).toMatchObject({ state: 'not-looked', searchNoteIds: [] })
})

test('a claim made of a cell takes its passages and searches along, once', async () => {
  await bench.runBothWays(fillParityCell, { ...byHand, annotationIds: [mark.id], searchNoteIds: [note.id] })
  const claim = {
    id: newId('claim'),
    analysisId: analysis.id,
    sectionId: analysis.sections[0]?.id ?? '',
    kind: 'absence' as const,
    text: 'The column is blank.',
    numbersGiven: [],
  }
  await bench.runBothWays(claimOfCell, { cellId, claim })
  expect(await cell()).toMatchObject({ claimId: claim.id })
  expect(await bench.db.where('evidenceLinks', 'claimId', claim.id)).toMatchObject([{ annotationId: mark.id, relation: 'supports' }])
  expect(await bench.db.get('searchNotes', note.id)).toMatchObject({ claimIds: [other.id, claim.id] })
  expect(await bench.refusal(claimOfCell, { cellId, claim: { ...claim, id: newId('claim') } })).toBe('cell-claimed')
  await bench.runBothWays(deleteClaim, { id: claim.id })
  expect(await cell()).toMatchObject({ claimId: null })
})

test('deleting a mark leaves no cell that points at it', async () => {
  await bench.runBothWays(fillParityCell, { ...byHand, annotationIds: [mark.id] })
  await bench.runBothWays(deleteAnnotations, { ids: [mark.id] })
  expect(await cell()).toMatchObject({ annotationIds: [] })
})

test('cells go with the year, the element, the agency or the matrix that they are of', async () => {
  await bench.runBothWays(fillParityCell, byHand)
  await bench.runBothWays(putParityMatrix, { ...matrix, years: [2024] })
  expect(await cell()).toBeUndefined()
  expect(await bench.refusal(fillParityCell, byHand)).toBe('no-such-cell')
  await bench.runBothWays(fillParityCell, { ...byHand, year: 2024 })
  await bench.runBothWays(emptyParityCells, { ids: [parityCellId(matrix.id, 'vendor', 'ta', 2024)] })
  await bench.runBothWays(fillParityCell, { ...byHand, year: 2024 })
  await bench.runBothWays(removeParityMatrix, { id: matrix.id })
  expect(await bench.db.where('parityCells', 'matrixId', matrix.id)).toEqual([])
})

test('a matrix that names an element twice is refused', async () => {
  expect(await bench.refusal(putParityMatrix, { ...matrix, elements: [...matrix.elements, ...matrix.elements] })).toBe('matrix-doubled')
})
