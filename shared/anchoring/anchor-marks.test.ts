import { describe, expect, it } from 'vitest'
import { type Annotation, stateOf } from '../annotations/annotation'
import { wordDifferences } from '../annotations/word-differences'
import type { ReadablePage } from '../documents/page-reading'
import { aDocument, anAnnotation, aSegment } from '../testing/builders'
import { pageIndex } from '../units/pages'
import { anchorMarks, countsByState, stateCountWords } from './anchor-marks'
import { likenessNow } from './likeness-now'
import { makeSegment, partsOfPage } from './make-segment'

const document = aDocument()
const page = (index: number, text: string, origin: 'embedded' | 'ocr' = 'embedded'): ReadablePage => ({
  page: { index: pageIndex(index), label: null, box: [0, 0, 612, 792], rotation: 0, userUnit: 1, content: 'text' },
  text: { index, text, runs: [[0, text.length, 72, 700, 400, 10, 0, 0]], origin, extractor: null, held: [], words: [] },
  stamp: null,
})
const pagesOf = (...pages: readonly ReadablePage[]) => new Map(pages.map((one) => [one.page.index as number, one]))
const first = page(0, 'The agency shall not exceed ten percent of the amount obligated.')
const marked = (on: ReadablePage, words: string, over: Partial<Annotation> = {}): Annotation => {
  const start = on.text.text.indexOf(words)
  return {
    ...anAnnotation(document),
    ...over,
    segments: [makeSegment({ documentId: document.id, ...partsOfPage(on), ranges: [{ start, end: start + words.length }] })],
  }
}

describe('anchoring marks again', () => {
  it('changes nothing where every mark stands where it was', () => {
    expect(anchorMarks([marked(first, 'shall not exceed'), marked(first, 'amount obligated')], pagesOf(first))).toEqual([])
  })

  it('says of each mark that changes what it was and what it is, whatever the text became', () => {
    const marks = [marked(first, 'shall not exceed'), marked(first, 'percent of the amount'), marked(first, 'agency')]
    const changed = page(0, 'SUMMARY The bureau shall not exceed ten parcent of the amuont obligated.')
    expect(anchorMarks(marks, pagesOf(changed)).map(({ from, to }) => [from, to])).toEqual([
      ['exact', 'moved'],
      ['exact', 'approximate'],
      ['exact', 'lost'],
    ])
  })

  it('leaves words alone that belong to another text of the page', () => {
    expect(anchorMarks([marked(first, 'agency')], pagesOf(page(0, 'nothing of it', 'ocr')))).toEqual([])
  })

  it('never makes a likeness better that nobody looked at', () => {
    const doubtful = {
      ...anAnnotation(document),
      segments: [aSegment(document.id, { quote: 'shall not exceeed ten', state: 'approximate' })],
    }
    expect(anchorMarks([doubtful], pagesOf(first))).toEqual([])
  })

  it('counts each mark in one of four states', () => {
    const marks = [
      marked(first, 'agency'),
      anAnnotation(document, { segments: [{ state: 'moved' }, { state: 'lost' }] }),
      anAnnotation(document, { segments: [{ state: 'approximate' }] }),
    ]
    const counts = countsByState(marks.map(stateOf))
    expect(stateCountWords(counts)).toBe('1 exact, 0 moved, 1 approximate, 1 lost')
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(marks.length)
  })
})

describe('a likeness beside its original', () => {
  it('has the words of the page', () => {
    const now = likenessNow(
      aSegment(document.id, { quote: 'shall not exceeed ten', state: 'approximate' }),
      (index) => pagesOf(first).get(index),
      1,
    )
    expect(now?.quote).toContain('shall not exceed ten')
    expect(now?.state).toBe('exact')
    expect(
      likenessNow(
        aSegment(document.id, { quote: 'entirely different words', state: 'approximate' }),
        (index) => pagesOf(first).get(index),
        1,
      ),
    ).toBeNull()
  })

  it('shows word by word where they differ', () => {
    expect(wordDifferences('shall not exceeed ten', 'shall not exceed ten percent')).toEqual({
      before: [
        { words: 'shall not', differs: false },
        { words: 'exceeed', differs: true },
        { words: 'ten', differs: false },
      ],
      now: [
        { words: 'shall not', differs: false },
        { words: 'exceed', differs: true },
        { words: 'ten', differs: false },
        { words: 'percent', differs: true },
      ],
    })
  })
})
