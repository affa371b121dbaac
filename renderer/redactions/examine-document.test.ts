import 'fake-indexeddb/auto'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { aDocument } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { PdfReader } from '../pdf/pdf-reader'
import { DerivedDatabase } from '../storage/derived-database'
import { isDone } from '../storage/document-steps'
import { commandBench } from '../testing/command-bench'
import { examineDocument, examineOne } from './examine-document'
import type { Examiner } from './examiner'
import { lookingAtPages } from './look-at-pages'
import { EXAMINED, readFindings } from './page-findings'

const document = { ...aDocument(), status: 'ready', pageCount: 20 } as const
const change = defineCommand<readonly Change[]>({
  name: 'change',
  label: 'Change',
  input: z.custom<readonly Change[]>(),
  decide: async (changes) => ok({ changes, summary: 'Changed' }),
})
const nobody = (): void => undefined
const always = async (): Promise<boolean> => true

let bench: ReturnType<typeof commandBench>
let derived: DerivedDatabase
/** Pages that were drawn, in their order. */
let drawn: number[]

/** A worker's side without the worker. `losing` is the page at which it crashes, `locked` whether the file can't be opened. */
function anExaminer({ losing = -1, locked = false } = {}): Pick<Examiner, 'look' | 'rest'> {
  const painted: PdfReader['painted'] = async (index) => {
    drawn.push(index)
    if (index === 5) throw new Error('can’t be followed')
    return { shapes: [], glyphs: [] }
  }
  const looking = lookingAtPages({ db: bench.db, derived }, async () =>
    locked ? null : ({ painted, close: async () => undefined } as unknown as PdfReader),
  )
  return {
    look: async (page) => (page.index === losing ? 'lost' : (await looking.look(page)) ? 'looked' : 'unavailable'),
    rest: looking.rest,
  }
}
const stores = () => ({ db: bench.db, derived, documents: { passwordOf: () => null } })
const seen = async (): Promise<readonly number[]> => (await readFindings(derived, document.id)).map(({ index }) => index)
const unseen = async (): Promise<readonly number[]> =>
  (await readFindings(derived, document.id)).flatMap(({ index, failedToLook }) => (failedToLook ? [index] : []))
const all = Array.from({ length: 20 }, (_, index) => index)

beforeEach(async () => {
  bench = commandBench(newId('test'))
  derived = new DerivedDatabase(newId('test'))
  drawn = []
  await bench.run(change, [put('documents', document)])
  await bench.db.pages.bulkPut(
    all.map((index) => ({
      documentId: document.id,
      index: pageIndex(index),
      label: null,
      box: [0, 0, 612, 792],
      rotation: 0,
      userUnit: 1,
      content: 'text',
    })),
  )
})
afterEach(async () => {
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})

describe('a document that is examined', () => {
  it('has each of its pages looked at once, and is called examined at the end; a page that can’t be followed says so', async () => {
    await examineOne(stores(), anExaminer(), document.id, 3)
    expect(await seen()).toEqual([3])
    expect(await examineDocument(stores(), anExaminer(), document.id, { progress: nobody, goOn: always })).toBe(true)
    expect([await seen(), await unseen()]).toEqual([all, [5]])
    expect(drawn.toSorted((a, b) => a - b)).toEqual(all)
    expect(await isDone(derived, document.id, EXAMINED)).toBe(true)
  })
  it('rests only where everything that was seen is kept, and is taken up there', async () => {
    let [asked, at] = [0, 0]
    expect(
      await examineDocument(stores(), anExaminer(), document.id, {
        progress: nobody,
        goOn: async () => (asked += 1) < 2,
        now: () => (at += 60),
      }),
    ).toBe(false)
    expect([await seen(), drawn.length < 20]).toEqual([drawn, true])
    expect(await isDone(derived, document.id, EXAMINED)).toBe(false)
    expect(await examineDocument(stores(), anExaminer(), document.id, { progress: nobody, goOn: always })).toBe(true)
    expect(drawn).toEqual(all)
  })
  it('is not called so while it is locked', async () => {
    expect(await examineDocument(stores(), anExaminer({ locked: true }), document.id, { progress: nobody, goOn: always })).toBe(false)
    expect(await isDone(derived, document.id, EXAMINED)).toBe(false)
  })
  it('whose page takes the worker with it goes on after that page the next time, which is not looked at again', async () => {
    expect(await examineDocument(stores(), anExaminer({ losing: 10 }), document.id, { progress: nobody, goOn: always })).toBe(false)
    expect(await unseen()).toEqual([5, 10])
    expect(await examineDocument(stores(), anExaminer(), document.id, { progress: nobody, goOn: always })).toBe(true)
    expect([await seen(), drawn.includes(10)]).toEqual([all, false])
  })
})
