import 'fake-indexeddb/auto'
import { aDocument } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DerivedDatabase } from '../storage/derived-database'
import { commandBench } from '../testing/command-bench'
import type { TextOrder, TextReport } from '../whole-texts/text-jobs'
import { findOnPages } from './find-on-pages'
import { createFinding, type Finding, type Hit } from './finding'

const { id: documentId } = aDocument()
const options = { matchCase: false, wholeWords: false }
const TEXTS = ['an agency', 'nothing here', `${'long '.repeat(30_000)}agency`, 'Agency again']

let bench: ReturnType<typeof commandBench>
let derived: DerivedDatabase
let finding: Finding
let detach: () => void

/** Does in this thread what the worker does in its own. */
class TextsWorker {
  static asked: TextOrder<'find'>[] = []
  onmessage: ((event: { readonly data: TextReport<'find'> }) => void) | null = null
  postMessage(order: TextOrder<'find'>): void {
    TextsWorker.asked.push(order)
    void this.#work(order)
  }
  async #work({ about, asked }: TextOrder<'find'>): Promise<void> {
    for await (const data of findOnPages({ db: bench.db, derived }, about, asked)) this.onmessage?.({ data })
    this.onmessage?.({ data: 'end' })
  }
  terminate(): void {}
}

const found = async (query: string): Promise<readonly Hit[]> => {
  finding.look(query, options)
  await expect.poll(() => finding.get().running).toBe(false)
  return finding.get().hits
}

beforeEach(async () => {
  bench = commandBench(newId('test'))
  derived = new DerivedDatabase(newId('test'))
  TextsWorker.asked = []
  vi.stubGlobal('Worker', TextsWorker)
  await bench.db.pageTexts.bulkPut(TEXTS.map((text, index) => ({ documentId, index: pageIndex(index), text, runs: [] })))
  finding = createFinding({
    stores: { db: bench.db, derived },
    documentId,
    pageCount: TEXTS.length,
    examined: async () => true,
    here: () => 0,
    show: () => undefined,
  })
  detach = finding.attach()
})
afterEach(async () => {
  detach()
  vi.unstubAllGlobals()
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})

describe('finding in a document', () => {
  it('goes through its pages in order; a long one is looked through in a worker', async () => {
    expect(await found('agency')).toEqual([
      { page: 0, start: 3, end: 9 },
      { page: 2, start: 150_000, end: 150_006 },
      { page: 3, start: 0, end: 6 },
    ])
    expect(TextsWorker.asked.map(({ kind, asked }) => [kind, asked])).toEqual([['find', [2]]])
    expect([finding.get().searched, finding.get().withoutText, finding.textOf(2).length]).toEqual([4, 0, 150_006])
  })

  it('keeps no more hits than a list can show', async () => {
    expect(await found('long')).toHaveLength(10_000)
    expect(finding.get().cutOff).toBe(true)
  })
})
