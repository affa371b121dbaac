import { aClaim, aDocument, aLink, anAnalysis, anAnnotation } from '@shared/testing/builders'
import { pageIndex } from '@shared/units/pages'
import { describe, expect, it } from 'vitest'
import { piecesOf, spokenMarks } from './text-layer-marks'

const claim = aClaim(anAnalysis(), { number: 'C03' })
const document = aDocument()
const mark = anAnnotation(document, {
  segments: [{ ranges: [{ start: 4, end: 12 }] }, { pageIndex: pageIndex(1), ranges: [{ start: 0, end: 6 }] }],
})

describe('marks as they are read aloud', () => {
  it('say what they bear on, on each page that they touch', () => {
    const marks = [{ annotation: mark, links: [aLink(claim, mark)] }]
    const claims = new Map([[claim.id, claim]])
    expect(spokenMarks(marks, 0, claims)).toEqual([{ start: 4, end: 12, name: 'mark, supports C03' }])
    expect(spokenMarks(marks, 1, claims)).toEqual([{ start: 0, end: 6, name: 'mark, supports C03' }])
    expect(spokenMarks(marks, 2, claims)).toEqual([])
  })

  it('cut a run where they begin and end, and say so once', () => {
    expect(piecesOf(0, 10, [{ start: 4, end: 12, name: 'mark' }])).toEqual([
      { start: 0, end: 4, marked: false, begins: '', ends: '' },
      { start: 4, end: 10, marked: true, begins: 'mark begins: ', ends: '' },
    ])
    expect(piecesOf(10, 20, [{ start: 4, end: 12, name: 'mark' }])[0]).toEqual({
      start: 10,
      end: 12,
      marked: true,
      begins: '',
      ends: ' end of mark. ',
    })
    expect(piecesOf(20, 30, [{ start: 4, end: 12, name: 'mark' }])).toEqual([])
  })

  it('may lie over each other', () => {
    const pieces = piecesOf(0, 10, [
      { start: 0, end: 6, name: 'a' },
      { start: 4, end: 10, name: 'b' },
    ])
    expect(pieces.map(({ start, begins, ends }) => [start, begins, ends])).toEqual([
      [0, 'a begins: ', ''],
      [4, 'b begins: ', ' end of a. '],
      [6, '', ' end of b. '],
    ])
  })
})
