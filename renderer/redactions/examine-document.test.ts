import 'fake-indexeddb/auto'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { aDocument } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { PdfReader } from '../pdf/pdf-reader'
import { DerivedDatabase } from '../storage/derived-database'
import { watchedValue } from '../storage/watched-value'
import { commandBench } from '../testing/command-bench'
import { examineDocument, examineOne } from './examine-document'
import { isDone } from '../storage/document-steps'
import { EXAMINED, readFindings } from './page-findings'

const document = { ...aDocument(), status: 'ready', pageCount: 4 } as const
const change = defineCommand<readonly Change[]>({ name: 'change', label: 'Change', input: z.custom<readonly Change[]>(), decide: async (changes) => ok({ changes, summary: 'Changed' }) })

test('pages of a document are looked at one at a time, also when the reader asks for one, and the document is called examined at the end', async () => {
  const bench = commandBench(newId('test'))
  const derived = new DerivedDatabase(newId('test'))
  await bench.run(change, [put('documents', document)])
  await bench.db.pages.bulkPut([0, 1, 2, 3].map((index) => ({ documentId: document.id, index: pageIndex(index), label: null, box: [0, 0, 612, 792], rotation: 0, userUnit: 1, content: 'text' })))
  let at = 0
  let most = 0
  const painted: PdfReader['painted'] = async () => {
    at += 1
    most = Math.max(most, at)
    await new Promise((go) => setTimeout(go, 2))
    at -= 1
    return { shapes: [], glyphs: [] }
  }
  const reader = { painted } as unknown as PdfReader
  const stores = { db: bench.db, derived, documents: { open: async () => ok(reader), release: () => undefined, rememberPassword: () => undefined, passwordOf: () => null, unlocked: watchedValue(0) } }
  await Promise.all([examineDocument(stores, document.id, () => undefined, async () => true), examineOne(stores, reader, document.id, 3), examineOne(stores, reader, document.id, 2)])
  expect(most).toBe(1)
  expect(await readFindings(derived, document.id)).toHaveLength(4)
  expect(await isDone(derived, document.id, EXAMINED)).toBe(true)
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})
