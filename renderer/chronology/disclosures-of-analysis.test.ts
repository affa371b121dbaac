import { put } from '@shared/storage/records'
import {
  aClaim,
  aDisclosureEvent,
  aDocument,
  aLink,
  anAnalysis,
  anAnnotation,
  anEvent,
  aParityCell,
  aParityMatrix,
  aPurchase,
  aSource,
} from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { expect, test } from 'vitest'
import { commandBench } from '../testing/command-bench'
import { disclosuresOf } from './disclosures-of-analysis'

test('an analysis relies on documents behind its sources, and on those with a mark that bears on it in whatever way', async () => {
  const bench = commandBench(newId('test'))
  const [analysis, other] = [anAnalysis(), anAnalysis()]
  const named = (name: string) => aDocument({ name })
  const [source, linked, bought, happened, compared, elsewhere, marked, undated] = [
    named('source'),
    named('linked'),
    named('bought'),
    named('happened'),
    named('compared'),
    named('elsewhere'),
    named('marked'),
    named('undated'),
  ] as const
  const all = [source, linked, bought, happened, compared, elsewhere, marked, undated]
  const marks = new Map(all.map((document) => [document.name, anAnnotation(document)]))
  const markOf = (name: string) => marks.get(name) ?? anAnnotation(source)
  const matrix = aParityMatrix(analysis)
  await bench.have([
    ...all.map((document) => put('documents', document)),
    ...all.map((document) => put('disclosureEvents', aDisclosureEvent(document, document === undated ? { date: null } : {}))),
    ...[...marks.values()].map((mark) => put('annotations', mark)),
    put('sources', aSource(analysis, { documentIds: [source.id] })),
    put('evidenceLinks', aLink(aClaim(analysis), markOf('linked'))),
    put('evidenceLinks', aLink(aClaim(analysis), markOf('undated'))),
    put('evidenceLinks', aLink(aClaim(other), markOf('elsewhere'))),
    put('purchases', aPurchase(analysis, { annotationIds: [markOf('bought').id] })),
    put('chronologyEvents', anEvent(analysis, { annotationIds: [markOf('happened').id] })),
    put('parityCells', aParityCell(matrix, { annotationIds: [markOf('compared').id] })),
  ])
  const { documents, disclosures } = await disclosuresOf(bench.db, analysis.id)
  expect(documents.map(({ name }) => name).sort()).toEqual(['bought', 'compared', 'happened', 'linked', 'source'])
  expect(disclosures).toHaveLength(7)
  await bench.remove()
})
