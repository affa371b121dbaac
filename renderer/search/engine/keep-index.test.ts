import 'fake-indexeddb/auto'
import { parseQuery } from '@shared/searches/parse-query'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put, remove } from '@shared/storage/records'
import { aClaim, aDocument, anAnalysis, anAnnotation } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { timestampOf } from '@shared/units/time'
import sqlite3InitModule, { type Database as Sqlite } from '@sqlite.org/sqlite-wasm'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { EXAMINED } from '../../redactions/page-findings'
import { DerivedDatabase } from '../../storage/derived-database'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { findEntries, rowsOf } from './find'
import { createTables } from './index-file'
import { keepIndex } from './keep-index'
import { type SearchIndex, searchIndexOf } from './search-index'

const TEXTS = ['The bureau bought plate readers.', 'The informant was John Quagga of Springfield.', '']
const document = { ...aDocument(), status: 'ready', pageCount: TEXTS.length } as const
const analysis = anAnalysis()

/** Any changes, as commands of other parts make them. */
const change = defineCommand<readonly Change[]>({
  name: 'change',
  label: 'Change',
  input: z.custom<readonly Change[]>(),
  decide: async (changes) => ok({ changes, summary: 'Changed' }),
})

let bench: CommandBench
let derived: DerivedDatabase
let sqlite: Sqlite
let index: SearchIndex
beforeEach(async () => {
  const name = newId('test')
  bench = commandBench(`keep-${name}`)
  derived = new DerivedDatabase(`keep-derived-${name}`)
  const module = await sqlite3InitModule()
  sqlite = new module.oo1.DB(':memory:')
  createTables(sqlite)
  index = searchIndexOf(sqlite)
  await bench.db.pageTexts.bulkPut(TEXTS.map((text, at) => ({ documentId: document.id, index: pageIndex(at), text, runs: [] })))
  await bench.run(change, [put('documents', document), put('analyses', analysis)])
  await examined('2026-11-22')
})
afterEach(async () => {
  sqlite.close()
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})

const keep = () => keepIndex({ stores: { db: bench.db, derived }, index, progress: () => undefined })
/** What is found, as kind and page or the beginning of the text. */
async function found(words: string): Promise<readonly string[]> {
  await keep()
  const parsed = parseQuery(words)
  if (!parsed.ok || parsed.value === null) throw new Error(words)
  const { ids } = findEntries(sqlite, parsed.value, { kinds: [], textOrigins: [], documents: null }, 'document', 100)
  return rowsOf(sqlite, ids, parsed.value).map(({ kind, page, origin }) => [kind, page, origin].filter((part) => part !== null).join(' '))
}
const examined = (at: string) => derived.steps.put({ documentId: document.id, ...EXAMINED, at })

test('pages are found once they are in the library, and no longer when their document is removed; undo brings them back', async () => {
  expect(await found('plate readers')).toEqual(['page 0 embedded'])
  expect([...index.documents().values()].map(({ pages, silent }) => [pages, silent])).toEqual([[3, 1]])
  await bench.run(change, [remove('documents', document.id)])
  expect(await found('plate')).toEqual([])
  await bench.run(change, [put('documents', document)])
  expect(await found('plate')).toEqual(['page 0 embedded'])
})

test('words held back under a failed redaction are not found until the researcher releases them', async () => {
  const name = TEXTS[1]?.indexOf('John') ?? 0
  await derived
    .rows('pageFindings')
    .put({ documentId: document.id, index: 1, failed: [{ key: 'k', ranges: [{ start: name, end: name + 'John Quagga'.length }] }] })
  await examined('2026-11-23')
  expect(await found('quagga OR john')).toEqual([])
  expect(await found('informant springfield')).toEqual(['page 1 embedded'])
  const decision = {
    id: newId<'decision'>('decision'),
    documentId: document.id,
    pageIndex: pageIndex(1),
    kind: 'failed-redaction',
    key: 'k',
    verdict: 'released',
    author: 'Researcher',
    at: timestampOf(0),
    note: '',
  } as const
  await bench.run(change, [put('proposalDecisions', decision)])
  expect(await found('"john quagga"')).toEqual(['page 1 embedded'])
  await bench.run(change, [remove('proposalDecisions', decision.id)])
  expect(await found('"john quagga"')).toEqual([])
})

test('a document is not searched before it was examined in the form of now for words under redactions, also if it was before', async () => {
  expect(await found('plate OR quagga')).toEqual(['page 0 embedded', 'page 1 embedded'])
  await derived.steps.put({ documentId: document.id, ...EXAMINED, form: EXAMINED.form - 1, at: '2026-11-22' })
  expect(await found('plate OR quagga')).toEqual([])
  await derived.steps.clear()
  expect(await found('plate OR quagga')).toEqual([])
  await examined('2026-11-23')
  expect(await found('plate OR quagga')).toEqual(['page 0 embedded', 'page 1 embedded'])
})

test('marks, comments and claims are found, follow their changes, and go with them', async () => {
  const mark = { ...anAnnotation(document), comment: 'compare the zebra memo', tags: ['stripes'] }
  const claim = { ...aClaim(analysis), text: 'No okapi was bought.' }
  await bench.run(change, [put('annotations', mark), put('claims', claim)])
  expect(await found('zebra stripes')).toEqual([`comment ${mark.segments[0]?.pageIndex}`])
  expect(await found('okapi')).toEqual(['claim'])
  await bench.run(change, [put('annotations', { ...mark, comment: 'compare the gnu memo' }), remove('claims', claim.id)])
  expect(await found('zebra OR okapi')).toEqual([])
  expect(await found('gnu')).toHaveLength(1)
})

test('an index of another library is not taken for this one’s', async () => {
  expect(await found('plate')).toEqual(['page 0 embedded'])
  index.set('hash', 'f'.repeat(64))
  index.together(() => index.add({ kind: 'claim', documentId: null, page: null, recordId: 'claim_other', origin: null, text: 'left over' }))
  expect(await found('"left over"')).toEqual([])
  expect(await found('plate')).toEqual(['page 0 embedded'])
})
