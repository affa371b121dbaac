import { RECORD_TABLES, put } from '@shared/storage/records'
import {
  aCheck,
  aClaim,
  aDisclosureEvent,
  aDocument,
  aFigure,
  aLink,
  anAnalysis,
  anAnnotation,
  anAssessment,
  aParityCell,
  aParityMatrix,
  aPurchase,
  aSearchNote,
  aSource,
  aTension,
} from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { startEmpty } from './start-empty'

let bench: CommandBench
beforeEach(() => {
  bench = commandBench(`start-empty-${newId('test')}`)
})
afterEach(() => bench.remove())

test('starting empty leaves what another analysis rests on the samples, without them', async () => {
  const [bundled, own, sample, kept] = [anAnalysis(), anAnalysis(), aDocument(), aDocument()]
  const mark = anAnnotation(sample)
  const [source, note] = [aSource(own, { documentIds: [sample.id, kept.id] }), aSearchNote(own, [], { annotationId: mark.id })]
  const [matrix, gone] = [aParityMatrix(own), aParityMatrix(bundled)]
  const cell = aParityCell(matrix, { annotationIds: [mark.id] })
  await bench.have([
    put('analyses', bundled),
    put('analyses', own),
    put('documents', sample),
    put('documents', kept),
    put('annotations', mark),
    put('sources', source),
    put('searchNotes', note),
    put('parityMatrices', matrix),
    put('parityCells', cell),
    put('parityMatrices', gone),
    put('parityCells', aParityCell(gone)),
  ])
  await bench.runBothWays(startEmpty, { analysisId: bundled.id, documentIds: [sample.id] })
  expect((await bench.db.get('sources', source.id))?.documentIds).toEqual([kept.id])
  expect(await bench.db.get('searchNotes', note.id)).not.toHaveProperty('annotationId')
  expect(await bench.db.all('parityMatrices')).toEqual([matrix])
  expect(await bench.db.all('parityCells')).toEqual([{ ...cell, annotationIds: [] }])
})

test('starting empty takes the samples with all that hangs on them, leaves the rest, and can be taken back', async () => {
  const [bundled, own] = [anAnalysis(), anAnalysis()]
  const [sample, kept] = [aDocument(), aDocument()]
  const [claim, ownClaim] = [aClaim(bundled), aClaim(own)]
  const [mark, ownMark] = [anAnnotation(sample), anAnnotation(kept)]
  await bench.have([
    put('analyses', bundled),
    put('analyses', own),
    put('documents', sample),
    put('documents', kept),
    put('claims', claim),
    put('claims', ownClaim),
    put('sources', aSource(bundled)),
    put('assessments', anAssessment(claim)),
    put('searchNotes', aSearchNote(bundled, [claim])),
    put('disclosureEvents', aDisclosureEvent(sample)),
    put('evidenceLinks', aLink(claim, mark)),
    put('evidenceLinks', aLink(ownClaim, mark)),
    put('evidenceLinks', aLink(ownClaim, ownMark)),
    put('annotations', mark),
    put('annotations', ownMark),
  ])
  const matrix = aParityMatrix(bundled)
  await bench.have([
    put('tensions', aTension([claim])),
    put('checks', aCheck(claim)),
    put('parityMatrices', matrix),
    put('parityCells', aParityCell(matrix, { annotationIds: [mark.id] })),
    put('purchases', aPurchase(bundled, { annotationIds: [mark.id], figures: [aFigure({ annotationId: mark.id })] })),
  ])
  await bench.runBothWays(startEmpty, { analysisId: bundled.id, documentIds: [sample.id] })
  const left = Object.fromEntries(
    await Promise.all(RECORD_TABLES.map(async (table) => [table, (await bench.db.all(table)).length] as const)),
  )
  expect(left).toEqual({
    ...Object.fromEntries(RECORD_TABLES.map((table) => [table, 0])),
    analyses: 1,
    claims: 1,
    assessments: 0,
    sources: 0,
    documents: 1,
    disclosureEvents: 0,
    annotations: 1,
    evidenceLinks: 1,
    searchNotes: 0,
  })
})
