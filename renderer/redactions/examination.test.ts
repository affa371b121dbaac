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
import { createBackgroundTurns } from '../workbench/background-turns'
import { createExamination } from './examination'
import type { Examiner } from './examiner'
import { lookingAtPages } from './look-at-pages'
import { readFindings } from './page-findings'

const change = defineCommand<readonly Change[]>({
  name: 'change',
  label: 'Change',
  input: z.custom<readonly Change[]>(),
  decide: async (changes) => ok({ changes, summary: 'Changed' }),
})
const PAGES = 6

test('pages that are asked for are looked at once, and no others where nothing is done by itself', async () => {
  const bench = commandBench(newId('test'))
  const derived = new DerivedDatabase(newId('test'))
  const document = aDocument({ pageCount: PAGES })
  await bench.db.pages.bulkPut(
    Array.from({ length: PAGES }, (_, index) => ({
      documentId: document.id,
      index: pageIndex(index),
      label: null,
      box: [0, 0, 612, 792],
      rotation: 0,
      userUnit: 1,
      content: 'text',
    })),
  )
  await bench.run(change, [put('documents', document)])
  const asked: number[] = []
  const examiner = (): Examiner => {
    const looking = lookingAtPages(
      { db: bench.db, derived },
      async () => ({ painted: async () => ({ shapes: [], glyphs: [] }), close: async () => undefined }) as unknown as PdfReader,
    )
    return {
      look: async (page) => {
        asked.push(page.index)
        return (await looking.look(page)) ? 'looked' : 'unavailable'
      },
      rest: looking.rest,
      end: () => undefined,
    }
  }
  const examination = createExamination(
    {
      db: bench.db,
      derived,
      documents: { passwordOf: () => null },
      imports: { items: watchedValue([]) },
      turns: createBackgroundTurns(1),
      onlyAsked: true,
    },
    examiner,
  )
  await examination.examinePages(document.id, [4, 1, 4, PAGES])
  await examination.examinePages(document.id, [1, 2])
  expect(asked).toEqual([4, 1, 2])
  expect((await readFindings(derived, document.id)).map(({ index }) => index)).toEqual([1, 2, 4])
  expect(await examination.whenExamined(document.id)).toBe(true)
  expect(await readFindings(derived, document.id)).toHaveLength(PAGES)
  examination.close()
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})

test('a document that somebody waits for is examined at the next page, and the one before it goes on afterwards where it stood', async () => {
  const bench = commandBench(newId('test'))
  const derived = new DerivedDatabase(newId('test'))
  const [long, wanted] = [aDocument({ name: 'a.pdf', pageCount: PAGES }), aDocument({ name: 'b.pdf', pageCount: PAGES })].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
  if (long === undefined || wanted === undefined) throw new Error('two documents')
  for (const { id } of [long, wanted])
    await bench.db.pages.bulkPut(
      Array.from({ length: PAGES }, (_, index) => ({
        documentId: id,
        index: pageIndex(index),
        label: null,
        box: [0, 0, 612, 792],
        rotation: 0,
        userUnit: 1,
        content: 'text',
      })),
    )
  await bench.run(change, [put('documents', long), put('documents', wanted)])
  const looked: string[] = []
  let ask = (): void => undefined
  const readerOf = (name: string): PdfReader => {
    const painted: PdfReader['painted'] = async () => {
      looked.push(name)
      if (looked.length === 2) ask()
      await new Promise((go) => setTimeout(go, 2))
      return { shapes: [], glyphs: [] }
    }
    return { painted, close: async () => undefined } as unknown as PdfReader
  }
  // A worker's side without the worker.
  const examiner = (): Examiner => {
    const looking = lookingAtPages({ db: bench.db, derived }, async (id) => readerOf(id === long.id ? 'long' : 'wanted'))
    return { look: async (page) => ((await looking.look(page)) ? 'looked' : 'unavailable'), rest: looking.rest, end: () => undefined }
  }
  const examination = createExamination(
    { db: bench.db, derived, documents: { passwordOf: () => null }, imports: { items: watchedValue([]) }, turns: createBackgroundTurns(1) },
    examiner,
  )
  const seen = await new Promise<readonly string[]>((done) => {
    ask = () => void examination.whenExamined(wanted.id).then(() => done([...looked]))
  })
  expect(seen.slice(0, 2)).toEqual(['long', 'long'])
  expect(seen.filter((name) => name === 'wanted')).toHaveLength(PAGES)
  expect(seen.filter((name) => name === 'long').length).toBeLessThan(PAGES)
  expect(await examination.whenExamined(long.id)).toBe(true)
  expect(looked.filter((name) => name === 'long')).toHaveLength(PAGES)
  expect(await readFindings(derived, long.id)).toHaveLength(PAGES)
  examination.close()
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})

test('what is examined by itself waits for its turn; what somebody comes to wait for does not', async () => {
  const bench = commandBench(newId('test'))
  const derived = new DerivedDatabase(newId('test'))
  const document = aDocument({ name: 'a.pdf', pageCount: 1 })
  await bench.db.pages.put({
    documentId: document.id,
    index: pageIndex(0),
    label: null,
    box: [0, 0, 612, 792],
    rotation: 0,
    userUnit: 1,
    content: 'text',
  })
  await bench.run(change, [put('documents', document)])
  const turns = createBackgroundTurns(1)
  let endOther = (): void => undefined
  const other = turns.take(() => new Promise<void>((end) => (endOther = end)))
  let looked = 0
  const reader = { painted: async () => ((looked += 1), { shapes: [], glyphs: [] }), close: async () => undefined } as unknown as PdfReader
  const examiner = (): Examiner => {
    const looking = lookingAtPages({ db: bench.db, derived }, async () => reader)
    return { look: async (page) => ((await looking.look(page)) ? 'looked' : 'unavailable'), rest: looking.rest, end: () => undefined }
  }
  const examination = createExamination(
    { db: bench.db, derived, documents: { passwordOf: () => null }, imports: { items: watchedValue([]) }, turns },
    examiner,
  )
  await new Promise((go) => setTimeout(go, 50))
  expect(looked).toBe(0)
  expect(await examination.whenExamined(document.id)).toBe(true)
  expect(looked).toBe(1)
  endOther()
  await other
  examination.close()
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})
