import { describe, expect, it } from 'vitest'
import { quadsOfRanges } from '../anchoring/passage-geometry'
import type { PageText } from '../documents/page'
import { aDocument, anAnnotation } from '../testing/builders'
import { pdfRect, quadOfRect } from '../units/geometry'
import { pageIndex } from '../units/pages'
import { redactionsInPassage } from './redactions-in-passage'

const document = aDocument()
/** Two lines of which the first has a gap, as a page has it whose middle was blacked out. */
const page: PageText = {
  text: 'The fee of is due\nwithin thirty days.',
  runs: [
    [0, 10, 100, 700, 60, 12, 0, 0],
    [11, 17, 260, 700, 40, 12, 0, 0],
    [18, 37, 100, 680, 110, 12, 0, 0],
  ],
}
const ranges = [{ start: 0, end: 37 }]
const passage = anAnnotation(document, {
  segments: [{ quote: 'The fee of is due within thirty days.', ranges, quads: quadsOfRanges(page, ranges) }],
}).segments[0]
if (passage === undefined) throw new Error('a mark has a segment')
const redaction = (left: number, bottom: number, right: number, top: number, on = 0) =>
  anAnnotation(document, {
    kind: 'redaction',
    exemptionCodes: ['(b)(4)'],
    segments: [{ quote: '', ranges: [], pageIndex: pageIndex(on), quads: [quadOfRect(pdfRect(left, bottom, right, top))] }],
  })
const found = (mark: ReturnType<typeof redaction>, over: object = {}) =>
  redactionsInPassage({ ...passage, ...over }, page, [mark]).map(({ place }) => place)

describe('a redaction within a passage', () => {
  it('stands between the words between which the page is blacked out', () => {
    expect(found(redaction(165, 696, 255, 712))).toEqual([{ start: 10, end: 10 }])
  })
  it('takes in what is printed on it', () => {
    expect(found(redaction(255, 696, 305, 712))).toEqual([{ start: 11, end: 17 }])
  })
  it('can fill the end of a line', () => {
    expect(found(redaction(301, 696, 330, 712), { quads: [quadOfRect(pdfRect(100, 670, 340, 715))] })).toEqual([{ start: 17, end: 17 }])
  })
  it('is none where it stands beside the passage, before its first word or on another page', () => {
    expect(found(redaction(165, 600, 255, 612))).toEqual([])
    expect(found(redaction(60, 696, 98, 712))).toEqual([])
    expect(found(redaction(165, 696, 255, 712, 1))).toEqual([])
  })
  it('is named without a place where the words are others than those that were marked, or are not written level', () => {
    expect(found(redaction(165, 696, 255, 712), { quote: 'Another quotation' })).toEqual([null])
    expect(
      redactionsInPassage(passage, { ...page, runs: page.runs.map(([a, b, c, d, e, f]) => [a, b, c, d, e, f, 90, 0]) }, [
        redaction(165, 696, 255, 712),
      ]).map(({ place }) => place),
    ).toEqual([null])
  })
})
