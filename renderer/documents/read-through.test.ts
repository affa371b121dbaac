import 'fake-indexeddb/auto'
import { ok } from '@shared/errors/outcome'
import { redactionLog } from '@shared/redactions/redaction-log'
import { tallyLibrary } from '@shared/redactions/tally-redactions'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { aDocument, anAnnotation } from '@shared/testing/builders'
import { pdfRect } from '@shared/units/geometry'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { resting } from '@shared/units/resting'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { EXAMINED, findingsOf } from '../redactions/page-findings'
import { dismissRedactions } from '../redactions/commands/dismiss-redactions'
import { readWithheld } from '../redactions/read-withheld'
import { DerivedDatabase } from '../storage/derived-database'
import { markDone } from '../storage/document-steps'
import { commandBench } from '../testing/command-bench'
import { countUnread, isReadThrough, notReadThrough, readThrough } from './read-through'

const change = defineCommand<readonly Change[]>({
  name: 'change',
  label: 'Change',
  input: z.custom<readonly Change[]>(),
  decide: async (changes) => ok({ changes, summary: 'Changed' }),
})

test('what is withheld is counted over the library from one reading of each text, confirmed and proposed apart, and dismissed ones not at all', async () => {
  const bench = commandBench(newId('test'))
  const derived = new DerivedDatabase(newId('test'))
  const stores = { db: bench.db, derived }
  const [first, second, unseen] = [
    aDocument({ name: 'a.pdf', pageCount: 2 }),
    aDocument({ name: 'b.pdf', pageCount: 4 }),
    aDocument({ name: 'c.pdf' }),
  ]
  await bench.run(
    change,
    [first, second, unseen].map((document) => put('documents', document)),
  )
  for (const { id, pageCount } of [first, second]) {
    const pages = Array.from({ length: pageCount }, (_, index) => pageIndex(index))
    await bench.db.pages.bulkPut(
      pages.map((index) => ({ documentId: id, index, label: null, box: [0, 0, 600, 800], rotation: 0, userUnit: 1, content: 'text' })),
    )
    await bench.db.pageTexts.bulkPut(pages.map((index) => ({ documentId: id, index, text: '', runs: [] })))
    const boxes = [pdfRect(0, 0, 600, 400), pdfRect(0, 700, 60, 720)].map((area, at) => ({
      key: `k${at}`,
      area,
      look: 'dark' as const,
      from: 'page' as const,
    }))
    await findingsOf(derived).put({ documentId: id, index: 1, form: EXAMINED.form, boxes, failed: [], failedToLook: false })
    await markDone(derived, id, EXAMINED)
  }
  expect(await notReadThrough(stores)).toEqual(new Set([first.id, second.id]))
  for (const { id, pageCount } of [first, second]) await readThrough(stores, id, pageCount)
  expect(await notReadThrough(stores)).toEqual(new Set())
  // Of a document that was not examined nothing was read, and nothing may be said to be absent from it.
  expect(await isReadThrough(stores, unseen.id)).toBe(false)
  expect(await isReadThrough(stores, first.id)).toBe(true)
  expect(await countUnread(stores)).toBe(1)

  await bench.run(dismissRedactions, { documentId: second.id, proposals: [{ pageIndex: pageIndex(1), key: 'box:k0' }] })
  const mark = anAnnotation(second, { kind: 'redaction', exemptionCodes: ['(b)(6)', '(b)(3) 8 U.S.C. 1202(f)'] })
  await bench.run(change, [put('annotations', mark)])
  const found = await readWithheld(stores)
  expect(found.waiting).toBe(1)
  const tally = await tallyLibrary(found.documents, resting())
  expect(tally).toMatchObject({ proposed: 3, confirmed: 1, withoutCode: 3 })
  expect(tally.codes).toEqual([
    { code: '(b)(3)', proposed: 0, confirmed: 1 },
    { code: '(b)(6)', proposed: 0, confirmed: 1 },
    { code: 'no code', proposed: 3, confirmed: 0 },
  ])
  const [a] = tally.documents.filter(({ document }) => document.id === first.id)
  expect(a?.pages.map(({ pageIndex: page, proposed }) => [page, proposed])).toEqual([[1, 2]])
  // Half a page and a little more, of two pages.
  expect(a?.share.proposed).toBeCloseTo((0.5 + 1200 / 480_000) / 2)
  const lines = redactionLog(found.documents).trim().split('\r\n')
  expect(lines).toHaveLength(1 + 4)
  expect(lines.filter((line) => line.includes('marked by hand'))).toHaveLength(1)
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})
