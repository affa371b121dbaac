import 'fake-indexeddb/auto'
import type { TextRange } from '@shared/annotations/segment'
import type { EvidenceRow } from '@shared/evidence-table/evidence-table'
import { put } from '@shared/storage/records'
import { aDocument } from '@shared/testing/builders'
import { pdfRect } from '@shared/units/geometry'
import { newId } from '@shared/units/ids'
import { pageIndex, pageNumberOf } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EXAMINED, findingsOf } from '../redactions/page-findings'
import { DerivedDatabase } from '../storage/derived-database'
import { type CommandBench, commandBench } from '../testing/command-bench'
import { anchorer, type ExaminePages } from './anchor-rows'

const TEXTS = [
  'The contract was signed by Jane Roe of Harbor on 2 May.',
  'It names no vendor. The ceiling was raised twice.',
  'Another sheet, on which the ceiling was raised twice before the award.',
  'The award was made in June, and the list was',
  'published in July. The contract was signed by Jane Roe of Harbor.',
  'Nothing more stands here.',
]
/** What lies under a redaction, by page. */
const UNDER = new Map([
  [0, 'Jane Roe'],
  [2, 'ceiling was raised twice'],
])
const document = aDocument({ pageCount: TEXTS.length })
const heldOn = (index: number): readonly TextRange[] => {
  const words = UNDER.get(index)
  const start = words === undefined ? -1 : (TEXTS[index] ?? '').indexOf(words)
  return words === undefined ? [] : [{ start, end: start + words.length }]
}

let bench: CommandBench
let derived: DerivedDatabase
let looked: number[]
beforeEach(async () => {
  bench = commandBench(newId('test'))
  derived = new DerivedDatabase(newId('test'))
  looked = []
  await bench.have([put('documents', document)])
  await bench.db.pages.bulkPut(
    TEXTS.map((_, index) => ({
      documentId: document.id,
      index: pageIndex(index),
      label: null,
      box: [0, 0, 612, 792],
      rotation: 0,
      userUnit: 1,
      content: 'text',
    })),
  )
  await bench.db.pageTexts.bulkPut(TEXTS.map((text, index) => ({ documentId: document.id, index: pageIndex(index), text, runs: [] })))
})
afterEach(async () => {
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})

const examinePages: ExaminePages = async (documentId, indexes) => {
  for (const index of indexes) {
    looked.push(index)
    const failed = heldOn(index).map((range) => ({
      key: 'box',
      kind: 'dark-box' as const,
      area: pdfRect(0, 0, 1, 1),
      ranges: [range],
      words: 1,
    }))
    await findingsOf(derived).put({ documentId, index, form: EXAMINED.form, failedToLook: false, boxes: [], failed })
  }
}
const row = (page: number, quote: string): EvidenceRow => ({
  row: 2,
  document: document.name,
  page: pageNumberOf(pageIndex(page)),
  quote,
  claim: 'C01',
  relation: 'context',
  note: '',
  sha256: null,
  passage: '',
})
const anchored = async (...rows: readonly EvidenceRow[]) => {
  const anchor = anchorer({ db: bench.db, derived }, examinePages)
  const found = []
  for (const one of rows) found.push(await anchor(one, document))
  return found
}
const short = (found: Awaited<ReturnType<typeof anchored>>[number] | undefined) =>
  found ? `${found.state} on ${found.segments.map((segment) => segment.pageIndex).join('+')}` : 'refused'

describe('a row of a document that nobody has looked at', () => {
  test('that stands on its page has only that page looked at', async () => {
    expect((await anchored(row(1, 'It names no vendor'), row(1, 'The ceiling was raised'))).map(short)).toEqual([
      'exact on 1',
      'exact on 1',
    ])
    expect(looked).toEqual([1])
  })
  test('is refused where its words lie under a redaction', async () => {
    expect((await anchored(row(0, 'signed by Jane Roe of Harbor'), row(0, 'was signed by Jane'))).map(short)).not.toContain('exact on 0')
    expect(JSON.stringify(await anchored(row(0, 'The contract was signed')))).not.toContain('Jane')
  })
  test('has no word in its context that lies under a redaction', async () => {
    const [found] = await anchored(row(0, 'The contract was signed by'))
    expect(short(found)).toBe('exact on 0')
    expect(JSON.stringify(found)).not.toContain('Jane')
  })

  const rows = [
    row(5, 'ceiling was raised twice'),
    row(5, 'by Jane Roe of Harbor'),
    row(0, 'by Jane Roe of Harbor'),
    row(3, 'and the list was published in July'),
    row(4, 'the award was made in June'),
    row(1, 'The ceiling was raised once'),
    row(5, 'Words that are nowhere'),
    row(2, 'the ceiling was raised twice'),
  ]
  test.each(rows)('comes out as when every page was looked at before: $quote on page $page', async (one) => {
    const [partly] = await anchored(one)
    await examinePages(document.id, TEXTS.keys())
    expect(partly).toEqual((await anchored(one))[0])
  })
  test('is moved to the one page that shows its words, and not to those where they lie under a redaction', async () => {
    expect((await anchored(row(5, 'ceiling was raised twice'), row(5, 'by Jane Roe of Harbor'))).map(short)).toEqual([
      'moved on 1',
      'moved on 4',
    ])
    expect(looked).not.toContain(3)
  })
})
