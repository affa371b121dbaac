import { describe, expect, it } from 'vitest'
import { aDocument, aSegment } from '../testing/builders'
import { pageIndex } from '../units/pages'
import { endsOf, movedEnd } from './mark-ends'

const { id } = aDocument()
const first = aSegment(id, { ranges: [{ start: 100, end: 200 }] })
const second = aSegment(id, { pageIndex: pageIndex(1), ranges: [{ start: 0, end: 50 }] })
const place = (page: number, offset: number) => ({ page, offset })

describe('the ends of a mark', () => {
  it('are those of its first and last passage; boxes and passages in pieces have none', () => {
    expect(endsOf([first, second])).toEqual({ start: place(0, 100), end: place(1, 50) })
    expect(endsOf([aSegment(id, { ranges: [] })])).toBeNull()
    expect(
      endsOf([
        aSegment(id, {
          ranges: [
            { start: 0, end: 4 },
            { start: 9, end: 12 },
          ],
        }),
      ]),
    ).toBeNull()
  })

  it('move within a page and over the next', () => {
    expect(movedEnd([first], 'end', place(0, 260))).toEqual({ before: [], passage: { from: place(0, 100), to: place(0, 260) }, after: [] })
    expect(movedEnd([first, second], 'end', place(2, 9))).toEqual({
      before: [first],
      passage: { from: place(1, 0), to: place(2, 9) },
      after: [],
    })
    expect(movedEnd([first, second], 'start', place(0, 150))).toEqual({
      before: [],
      passage: { from: place(0, 150), to: place(0, 200) },
      after: [second],
    })
  })

  it('leave passages out that they pass, and never all of the mark', () => {
    expect(movedEnd([first, second], 'end', place(0, 180))).toEqual({
      before: [],
      passage: { from: place(0, 100), to: place(0, 180) },
      after: [],
    })
    expect(movedEnd([first, second], 'start', place(1, 10))).toEqual({
      before: [],
      passage: { from: place(1, 10), to: place(1, 50) },
      after: [],
    })
    expect(movedEnd([first], 'end', place(0, 90))).toBeNull()
    expect(movedEnd([first], 'start', place(0, 200))).toBeNull()
  })
})
