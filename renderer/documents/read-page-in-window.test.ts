import 'fake-indexeddb/auto'
import type { TextRun } from '@shared/documents/page'
import { aDocument } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EXAMINED, findingsOf } from '../redactions/page-findings'
import { DerivedDatabase } from '../storage/derived-database'
import { commandBench } from '../testing/command-bench'
import { readPageInWindow, readTextsInWindow } from './read-page-in-window'
import type { ReadingJob, ReadingPiece } from './reading-job'

const { id } = aDocument()
const run = (at: number): TextRun => [at, at + 1, at, 700, 1, 4, 0, 0]

/** Hands on a page of three runs in two pieces, or without them, or crashes. */
class PieceWorker {
  static asked: ReadingJob[] = []
  static crashing = false
  onmessage: ((event: { readonly data: ReadingPiece }) => void) | null = null
  onerror: ((event: { readonly message: string }) => void) | null = null
  postMessage(job: ReadingJob): void {
    PieceWorker.asked.push(job)
    if (PieceWorker.crashing) return this.onerror?.({ message: 'out of memory' })
    const reading = { index: job.index, text: 'apart', runs: [], origin: 'embedded', extractor: null, held: [], words: [] } as const
    const pieces: ReadingPiece[] =
      job.wanted === 'text'
        ? []
        : [
            { kind: 'runs', runs: [run(0), run(1)] },
            { kind: 'runs', runs: [run(2)] },
          ]
    for (const data of [{ kind: 'page', reading }, ...pieces, { kind: 'runs', runs: [] }] satisfies ReadingPiece[])
      this.onmessage?.({ data })
  }
  terminate(): void {}
}

let bench: ReturnType<typeof commandBench>
let derived: DerivedDatabase
const page = (index: number) => readPageInWindow({ db: bench.db, derived }, id, index)

beforeEach(async () => {
  bench = commandBench(newId('test'))
  derived = new DerivedDatabase(newId('test'))
  PieceWorker.asked = []
  PieceWorker.crashing = false
  vi.stubGlobal('Worker', PieceWorker)
  for (const index of [0, 1, 2]) await bench.db.pageTexts.put({ documentId: id, index: pageIndex(index), text: 'here', runs: [run(0)] })
  await findingsOf(derived).bulkPut(
    [
      { runs: 200_000, index: 1 },
      { runs: 1, index: 2 },
    ].map((row) => ({ ...row, documentId: id, form: EXAMINED.form, boxes: [], failed: [], failedToLook: false })),
  )
})
afterEach(async () => {
  vi.unstubAllGlobals()
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})

describe('the text of a page that the window shows', () => {
  it('comes from the database, where it has few runs or nobody counted them', async () => {
    expect([(await page(0))?.text, (await page(2))?.text, await page(7), PieceWorker.asked.length]).toEqual(['here', 'here', null, 0])
  })
  it('comes in pieces from a worker where it has very many', async () => {
    expect(await page(1)).toMatchObject({ text: 'apart', runs: [run(0), run(1), run(2)] })
    expect(PieceWorker.asked).toEqual([{ database: bench.db.name, derived: derived.name, documentId: id, index: 1, wanted: 'all' }])
  })
  it('fails with the worker', async () => {
    PieceWorker.crashing = true
    await expect(page(1)).rejects.toThrow('out of memory')
  })
})

describe('the texts of pages in which the window finds words', () => {
  const texts = (from: number, to: number) => readTextsInWindow({ db: bench.db, derived }, id, from, to)

  it('come from the database, and without its runs from a worker where a page has very many', async () => {
    expect(await texts(0, 7)).toEqual(
      new Map([
        [0, 'here'],
        [1, 'apart'],
        [2, 'here'],
      ]),
    )
    expect(PieceWorker.asked.map(({ index, wanted }) => [index, wanted])).toEqual([[1, 'text']])
  })
  it('are those of the pages that were asked for', async () => {
    expect([...(await texts(2, 2))]).toEqual([[2, 'here']])
    expect([...(await texts(5, 9))]).toEqual([])
  })
  it('are fetched together as far as their runs are few', async () => {
    await findingsOf(derived).bulkPut(
      [0, 1, 2].map((index) => ({ documentId: id, index, runs: 6000, form: EXAMINED.form, boxes: [], failed: [], failedToLook: false })),
    )
    const fetched = vi.spyOn(bench.db.pageTexts, 'where')
    expect([...(await texts(0, 2)).keys()]).toEqual([0, 1, 2])
    expect(fetched).toHaveBeenCalledTimes(3)
  })
})
