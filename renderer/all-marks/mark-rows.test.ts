import { aClaim, aDocument, aLink, anAnalysis, anAnnotation } from '@shared/testing/builders'
import { countsByState } from '@shared/anchoring/anchor-marks'
import { pageIndex } from '@shared/units/pages'
import { resting } from '@shared/units/resting'
import { describe, expect, it } from 'vitest'
import { marksCsv } from './marks-csv'
import { countingFacets } from './mark-facets'
import { facetOf, filtered, type MarkFilter, NO_FILTER, rowsOf, sorted } from './mark-rows'
import { chosenAfter } from './choosing'

const analysis = anAnalysis()
const claim = aClaim(analysis, { number: 'C03' })
const [a, b] = [aDocument({ name: 'a.pdf' }), aDocument({ name: 'b.pdf' })]
const marks = [
  anAnnotation(b, { tags: ['money'], comment: 'look again', segments: [{ quote: 'the second', pageIndex: pageIndex(4) }] }),
  anAnnotation(a, { kind: 'underline', author: 'Ada', segments: [{ quote: 'later', pageIndex: pageIndex(2), state: 'moved' }] }),
  anAnnotation(a, { segments: [{ quote: 'first words', state: 'approximate' }] }),
  anAnnotation(a, {
    segments: [{ quote: 'gone', pageIndex: pageIndex(1), state: 'lost', textOrigin: 'ocr' }],
    pdfOrigin: { author: 'Grace', program: 'Acrobat', modified: '', subtype: 'Highlight', reference: '' },
  }),
] as const
const tables = {
  annotations: marks,
  links: [aLink(claim, marks[0], { relation: 'qualifies', note: 'because' })],
  claims: [claim],
  documents: [a, b],
}
const rows = await rowsOf(tables, resting())
const quotes = (filter: Partial<MarkFilter>): readonly string[] => filtered(rows, { ...NO_FILTER, ...filter }).map((row) => row.quote)

describe('the list of all marks', () => {
  it('stands in the order of documents and pages', () => {
    expect(quotes({})).toEqual(['first words', 'gone', 'later', 'the second'])
  })

  it.each<[Partial<MarkFilter>, readonly string[]]>([
    [{ words: 'AGAIN' }, ['the second']],
    [{ words: 'because second' }, ['the second']],
    [{ document: a.id }, ['first words', 'gone', 'later']],
    [{ from: '2', to: '3' }, ['gone', 'later']],
    [{ kind: 'underline' }, ['later']],
    [{ relation: 'qualifies' }, ['the second']],
    [{ claim: claim.id }, ['the second']],
    [{ linked: 'unlinked' }, ['first words', 'gone', 'later']],
    [{ tag: 'money' }, ['the second']],
    [{ author: 'Grace' }, ['gone']],
    [{ state: 'waiting' }, ['first words']],
    [{ state: 'lost' }, ['gone']],
    [{ origin: 'ocr' }, ['gone']],
    [{ since: '2026-11-23' }, []],
    [{ until: '2026-11-22' }, ['first words', 'gone', 'later', 'the second']],
  ])('is narrowed by %j', (filter, expected) => {
    expect(quotes(filter)).toEqual(expected)
  })

  it('is made and sorted in turns where there are thousands', async () => {
    const many = Array.from({ length: 1000 }, (_, at) =>
      anAnnotation(a, { author: `author ${at % 7}`, segments: [{ pageIndex: pageIndex(999 - at) }] }),
    )
    let rests = 0
    const rest = async (): Promise<void> => void (rests += 1)
    const long = await rowsOf({ ...tables, annotations: many, links: [] }, rest)
    expect(long.map((row) => row.page)).toEqual(many.map((_, at) => at + 1))
    expect(rests).toBeGreaterThanOrEqual(5)
    const byAuthor = await sorted(long, { by: 'author', down: false }, rest)
    expect(byAuthor.map((row) => row.annotation.author)).toEqual(many.map((mark) => mark.author).sort())
  })

  it('is sorted by what was marked, how it holds, or who marked it', async () => {
    expect((await sorted(rows, { by: 'state', down: false }, resting())).map((row) => row.state)).toEqual([
      'lost',
      'approximate',
      'moved',
      'exact',
    ])
    expect((await sorted(rows, { by: 'author', down: false }, resting()))[0]?.quote).toBe('later')
    expect((await sorted(rows, { by: 'place', down: true }, resting()))[0]?.quote).toBe('the second')
  })

  it('says how many marks each choice would have, counted in turns', async () => {
    let rests = 0
    const facets = await countingFacets(rows)(async () => void (rests += 1))
    expect(facets).toMatchObject({
      linked: 1,
      tag: [['money', 1]],
      document: [
        [a.id, 3],
        [b.id, 1],
      ],
    })
    expect([...facets.state]).toEqual(
      expect.arrayContaining([
        ['waiting', 1],
        ['lost', 1],
      ]),
    )
    expect([...facets.names.values()].sort()).toEqual(['a.pdf', 'b.pdf'])
    expect(rests).toBeGreaterThan(5)
  })

  it('counts so that the four states add up to all marks, and shows values with their numbers', () => {
    expect(Object.values(countsByState(rows.map((row) => row.state))).reduce((sum, count) => sum + count)).toBe(marks.length)
    expect(facetOf(rows, (row) => [row.annotation.kind])).toEqual([
      ['highlight', 3],
      ['underline', 1],
    ])
  })

  it('is written as a table with a line for each passage', () => {
    const [head, ...lines] = marksCsv(rows).trim().split('\r\n')
    expect(head).toMatch(/^quote,document,document_sha256,page,/)
    expect(lines).toHaveLength(4)
    expect(lines[3]).toContain('the second,b.pdf')
  })
})

describe('choosing several', () => {
  const ids = ['1', '2', '3', '4', '5']
  const start = { ids: new Set(['2']), last: '2' }
  it('takes one, a range with Shift, single ones with Ctrl', () => {
    expect([...chosenAfter(start, ids, '4', 'one').ids]).toEqual(['4'])
    expect([...chosenAfter(start, ids, '4', 'range').ids]).toEqual(['2', '3', '4'])
    expect([...chosenAfter(chosenAfter(start, ids, '4', 'range'), ids, '1', 'range').ids]).toEqual(['1', '2'])
    expect([...chosenAfter(start, ids, '4', 'toggle').ids]).toEqual(['2', '4'])
    expect([...chosenAfter(start, ids, '2', 'toggle').ids]).toEqual([])
  })
})
