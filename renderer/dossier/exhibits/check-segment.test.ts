import type { Segment } from '@shared/annotations/segment'
import type { ExtractedPage } from '@shared/documents/page'
import { aDocument, aRecognition, aSegment } from '@shared/testing/builders'
import { pageIndex, pageLabel } from '@shared/units/pages'
import { describe, expect, it } from 'vitest'
import { checkSegment } from './check-segment'

const PAGES = [
  'The ceiling shall not\nexceed $1,000,000.',
  'Another page with the sole ob-\nligation of the vendor.',
  'the \u0016(E) data of the run',
]
const document = aDocument({ pageCount: PAGES.length })
const page = (index: number): ExtractedPage => ({
  page: { index: pageIndex(index), label: pageLabel(`p${index}`), box: [0, 0, 612, 792], rotation: 0, userUnit: 1, content: 'text' },
  text: { text: PAGES[index] ?? '', runs: [] },
})
const recognition = aRecognition(document, { text: { text: 'The ceiling may not exceed $5.\n', runs: [] } })
const check = (segment: Segment, elsewhere: number | null = null) =>
  checkSegment(
    segment,
    PAGES.length,
    async (index) => (index < PAGES.length ? page(index) : undefined),
    async () => elsewhere,
    (index) => (index === 0 ? recognition : undefined),
  )

describe('a segment read again from the bytes', () => {
  it('is exact where its words stand where they were', async () => {
    expect(await check(aSegment(document.id, { quote: 'The ceiling shall not exceed', ranges: [{ start: 0, end: 28 }] }))).toEqual({
      state: 'exact',
      why: '',
      found: null,
    })
  })
  it('is believed by its words, not by the state that it states', async () => {
    expect(await check(aSegment(document.id, { quote: 'The ceiling shall exceed $9,000,000', state: 'exact' }))).toMatchObject({
      state: expect.stringMatching(/lost|approximate/),
      found: null,
    })
  })
  it('is moved to another place on its page, with that place', async () => {
    expect(await check(aSegment(document.id, { quote: 'exceed $1,000,000', ranges: [{ start: 0, end: 3 }] }))).toMatchObject({
      state: 'moved',
      found: { ranges: [{ start: 22, end: 39 }] },
    })
  })
  it('is moved to another page, whose label it takes, and says so', async () => {
    const checked = await check(aSegment(document.id, { quote: 'sole obligation of the vendor' }), 1)
    expect(checked).toMatchObject({ state: 'moved', found: { pageIndex: 1, label: 'p1' } })
    expect(checked.why).toContain('file page 2')
  })
  it('is lost where the stored text has it elsewhere but the bytes do not', async () => {
    expect(await check(aSegment(document.id, { quote: 'words that stand nowhere at all' }), 1)).toMatchObject({ state: 'lost' })
  })
  it('that leaves out a sign without a name is not verified, and told why', async () => {
    const segment = { pageIndex: pageIndex(2), ranges: [{ start: 0, end: 13 }] }
    expect(await check(aSegment(document.id, { ...segment, quote: 'the (E) data' }))).toMatchObject({
      state: 'approximate',
      why: expect.stringContaining('file page 3 prints a sign'),
    })
    expect(await check(aSegment(document.id, { ...segment, quote: 'the (E) date' }))).toMatchObject({
      state: 'approximate',
      why: expect.stringContaining('likeness'),
    })
    expect(await check(aSegment(document.id, { ...segment, quote: 'the \ufffd(E) data' }))).toMatchObject({ state: 'exact' })
  })
  it('that was recognised is looked for in the recognised text and never in the embedded one', async () => {
    const recognised = (quote: string, over: Partial<Segment> = {}) =>
      check(aSegment(document.id, { quote, ranges: [], textOrigin: 'ocr', ...over }))
    expect(await recognised('may not exceed $5')).toMatchObject({
      state: 'moved',
      found: { ranges: [{ start: 12, end: 29 }], textOrigin: 'ocr' },
    })
    expect(await recognised('may not exceed $5', { ranges: [{ start: 12, end: 29 }] })).toEqual({ state: 'exact', why: '', found: null })
    expect((await recognised('exceed $1,000,000')).state).toMatch(/lost|approximate/)
    expect(await recognised('sole obligation of the vendor', { pageIndex: pageIndex(1) })).toMatchObject({
      state: 'lost',
      why: expect.stringContaining('no longer in the library'),
    })
  })
  it('that was typed or has no words is left to the eye', async () => {
    for (const over of [{ textOrigin: 'typed' as const }, { quote: '' }])
      expect((await check(aSegment(document.id, over))).state).toBe('approximate')
  })
  it('on a page that the file does not have is lost', async () => {
    expect(await check(aSegment(document.id, { pageIndex: pageIndex(7) }))).toMatchObject({ state: 'lost' })
  })
  it('without a place is looked for by its words', async () => {
    expect(await check(aSegment(document.id, { quote: 'exceed $1,000,000', ranges: [], state: 'lost' }))).toMatchObject({ state: 'moved' })
  })
})
