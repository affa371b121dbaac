import { aDocument, anAnnotation } from '@shared/testing/builders'
import { put } from '@shared/storage/records'
import { afterAll, expect, test } from 'vitest'
import { commandBench } from '../../testing/command-bench'
import { takeInNotes } from './take-in-notes'

const bench = commandBench('take-in-notes-test')
afterAll(() => bench.remove())

const document = aDocument()
const origin = { author: 'Ann', program: 'Hypothesis', modified: '2026-01-02', subtype: 'annotation', reference: 'hypothesis:a' }
const mark = (reference: string, over: Partial<Parameters<typeof anAnnotation>[1]> = {}) => {
  const { id, documentId, kind, segments, comment, tags, exemptionCodes } = anAnnotation(document, over)
  return { id, documentId, kind, segments, comment, tags, exemptionCodes, author: 'Ann', pdfOrigin: { ...origin, reference } }
}

test('notes are kept with who made them, in one step that can be taken back, and never twice', async () => {
  await bench.have([put('documents', document)])
  const [one, other] = [mark('hypothesis:a'), mark('hypothesis:b')]
  await bench.runBothWays(takeInNotes, { format: 'Hypothesis', marks: [one, other] })
  expect(await bench.db.get('annotations', one.id)).toMatchObject({
    author: 'Ann',
    pdfOrigin: { ...origin, reference: 'hypothesis:a' },
    confirmed: null,
  })
  expect((await bench.summaries()).at(-1)).toBe('Took in 2 notes from Hypothesis')
  expect(await bench.refusal(takeInNotes, { format: 'Hypothesis', marks: [one, { ...mark('hypothesis:b') }] })).toBe('taken-in-already')
  await bench.run(takeInNotes, { format: 'Hypothesis', marks: [mark('hypothesis:a'), mark('hypothesis:c')] })
  expect(await bench.db.all('annotations')).toHaveLength(3)
})

test('notes on a document that is gone are refused whole', async () => {
  expect(await bench.refusal(takeInNotes, { format: 'XFDF', marks: [{ ...mark('x'), documentId: aDocument().id }] })).toBe(
    'document-missing',
  )
})
