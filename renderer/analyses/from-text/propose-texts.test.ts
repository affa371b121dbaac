import 'fake-indexeddb/auto'
import { aDocument } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { expect, test } from 'vitest'
import { Database } from '../../storage/database'
import { DerivedDatabase } from '../../storage/derived-database'
import { proposeAnalyses, textsOfDocuments } from './propose-texts'

test('the pages of a document come as one text in their order, and an analysis is proposed for each text', async () => {
  const stores = { db: new Database(newId('test')), derived: new DerivedDatabase(newId('test')) }
  const document = aDocument({ pageCount: 2 })
  await stores.db.rows('documents').put(document)
  for (const [index, text] of [
    [1, 'No list of it was posted.'],
    [0, 'The agency bought the system.'],
  ] as const) {
    const where = { documentId: document.id, index: pageIndex(index) }
    await stores.db.pages.put({ ...where, label: null, box: [0, 0, 600, 800], rotation: 0, userUnit: 1, content: 'text' })
    await stores.db.pageTexts.put({ ...where, text, runs: [[0, text.length, 72, 700, 300, 10, 0]] as never })
  }
  const texts = []
  for await (const { answers } of textsOfDocuments(stores, null, [document.id])) texts.push(...answers)
  expect(texts.map(({ text }) => text)).toEqual(['The agency bought the system.\n\nNo list of it was posted.'])
  const proposals = []
  for await (const piece of proposeAnalyses(stores, { unit: 'sentence' }, [...texts, { text: 'It cost much.', headings: [] }]))
    proposals.push(piece)
  expect(proposals.map(({ answers, done }) => [answers[0]?.pieces.length, done])).toEqual([
    [2, 1],
    [1, 2],
  ])
  await Promise.all([stores.db.delete(), stores.derived.delete()])
})
