import { expect, test } from 'vitest'
import { aDocument, anAnnotation, aSegment } from '../testing/builders'
import { pageIndex } from '../units/pages'
import { tallyLibrary, tallyRedactions } from './tally-redactions'

const document = aDocument({ pageCount: 3 })
const pages = [0, 1, 2].map((index) => ({ index: pageIndex(index), box: [0, 0, 600, 800] as const, label: null }))
const onPages = (...indexes: readonly number[]) =>
  anAnnotation(document, { kind: 'redaction', segments: indexes.map((index) => aSegment(document.id, { pageIndex: pageIndex(index) })) })

test('a mark that runs over a page break counts on both pages, and once in all', async () => {
  const tally = await tallyRedactions(pages, [], [onPages(0, 1), onPages(1)], () => undefined)
  expect(tally.confirmed).toBe(2)
  expect(tally.pages.map((page) => [page.pageIndex, page.confirmed])).toEqual([
    [0, 1],
    [1, 2],
  ])
})

test('counting lets others go first between the pages of each document', async () => {
  let rests = 0
  const rest = async (): Promise<void> => void (rests += 1)
  const tally = await tallyLibrary([{ document, pageCount: 3, pages, proposals: [], marks: [onPages(0), onPages(1), onPages(2)] }], rest)
  expect(tally.documents.map(({ confirmed }) => confirmed)).toEqual([3])
  expect(rests).toBe(3)
})
