import 'fake-indexeddb/auto'
import type { DocumentId } from '@shared/documents/document'
import { newId } from '@shared/units/ids'
import { expect, test } from 'vitest'
import { MARKS_READ } from '../pdf-marks/marks-in-file'
import { EXAMINED, findingsOf } from '../redactions/page-findings'
import { DerivedDatabase } from '../storage/derived-database'
import { markDone } from '../storage/document-steps'
import { watchForFindings } from './found-in-import'

const [held, marked, plain, other] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64) as DocumentId) as [
  DocumentId,
  DocumentId,
  DocumentId,
  DocumentId,
]

test('of the documents of an import those are told that have something to say, each once, as soon as it was looked at', async () => {
  const derived = new DerivedDatabase(newId('test'))
  const failed = [{ key: 'k', kind: 'box' as const, area: { left: 0, bottom: 0, right: 1, top: 1 }, ranges: [{ start: 0, end: 4 }] }]
  for (const id of [held, other])
    await findingsOf(derived).put({ documentId: id, index: 0, form: EXAMINED.form, boxes: [], failed, failedToLook: false } as never)
  for (const [id, marks] of [
    [marked, [{}]],
    [plain, []],
  ] as const)
    await derived.rows('documentParts').put({ documentId: id, marks })
  const told: string[] = []
  const stop = watchForFindings(derived, [held, marked, plain], (which, id) => told.push(`${which} ${id.slice(0, 1)}`))
  for (const id of [other, held, plain]) await markDone(derived, id, EXAMINED)
  await expect.poll(() => told).toEqual(['held a'])
  for (const id of [plain, marked, held]) await markDone(derived, id, MARKS_READ)
  await expect.poll(() => told).toEqual(['held a', 'marked b'])
  await markDone(derived, held, EXAMINED)
  await markDone(derived, marked, EXAMINED)
  stop()
  expect(told).toEqual(['held a', 'marked b'])
  await derived.delete()
})
