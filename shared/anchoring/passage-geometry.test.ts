import { describe, expect, test } from 'vitest'
import type { PageText, TextRun } from '../documents/page'
import { boundsOf, pdfRect } from '../units/geometry'
import { quadsOfRanges, rangesInRect } from './passage-geometry'

/** A page of runs [text, x, y, advance, angle, rtl] of 10 points, one a line. */
function page(...lines: readonly (readonly [string, number, number, number, number?, (0 | 1)?])[]): PageText {
  let text = ''
  const runs: TextRun[] = lines.map(([words, x, y, advance, angle = 0, rtl = 0]) => {
    const start = text.length
    text += `${words}\n`
    return [start, start + words.length, x, y, advance, 10, angle, rtl]
  })
  return { text, runs }
}
const bounds = (text: PageText, start: number, end: number) => boundsOf(quadsOfRanges(text, [{ start, end }]))

describe('the quads of a passage', () => {
  test('cover the whole of a run, from below its baseline to above its letters', () => {
    expect(bounds(page(['aaaa', 100, 700, 40]), 0, 4)).toEqual(pdfRect(100, 697.8, 140, 708))
  })
  test('cover a part in proportion to the letters, not to their number', () => {
    const narrowThenWide = bounds(page(['iiiiWWWW', 100, 700, 60]), 0, 4)
    expect(narrowThenWide?.right).toBeLessThan(115)
    expect(narrowThenWide?.right).toBeGreaterThan(108)
  })
  test('are one for each line', () => {
    expect(quadsOfRanges(page(['aaaa', 100, 700, 40], ['bbbb', 100, 688, 40]), [{ start: 2, end: 7 }])).toHaveLength(2)
  })
  test('join neighbouring runs of a line, raised figures among them', () => {
    const text: PageText = {
      text: 'stage.6 Next',
      runs: [
        [0, 6, 100, 700, 30, 10, 0, 0],
        [6, 7, 130, 704, 3, 6, 0, 0],
        [8, 12, 136, 700, 20, 10, 0, 0],
      ],
    }
    expect(quadsOfRanges(text, [{ start: 0, end: 12 }])).toHaveLength(1)
  })
  test('leave out blanks at the ends of lines', () => {
    expect(bounds(page(['aa  ', 100, 700, 40]), 0, 4)?.right).toBeLessThan(135)
  })
  test('measure right-to-left runs from their right end', () => {
    const first = bounds(page(['\u0645\u0645\u0645\u0645', 100, 700, 40, 0, 1]), 0, 1)
    expect([first?.left, first?.right]).toEqual([130, 140])
  })
  test('follow all four directions, corners in reading order', () => {
    const corner = (angle: number) => quadsOfRanges(page(['aaaa', 300, 300, 40, angle]), [{ start: 0, end: 4 }])[0]?.slice(0, 4)
    expect([0, 90, 180, 270].map(corner)).toEqual([
      [300, 308, 340, 308],
      [292, 300, 292, 340],
      [300, 292, 260, 292],
      [308, 300, 308, 260],
    ])
  })
  test('of vertical fonts lie on both sides of their line', () => {
    expect(bounds(page(['\u7e26\u66f8', 300, 300, 20, -90]), 0, 2)).toEqual(pdfRect(295, 280, 305, 300))
  })
  test('are none for a passage without print', () => {
    expect(quadsOfRanges(page(['aa', 0, 0, 20]), [{ start: 2, end: 3 }])).toEqual([])
  })
})

describe('the text in a rectangle', () => {
  const text = page(['aaaa bbbb', 100, 700, 90], ['cccc dddd', 100, 688, 90])
  const words = (rect: ReturnType<typeof pdfRect>): string[] =>
    rangesInRect(text, rect).map(({ start, end }) => text.text.slice(start, end))

  test('is that of the lines it covers', () => {
    expect(words(pdfRect(90, 680, 200, 710))).toEqual(['aaaa bbbb\ncccc dddd'])
  })
  test('is cut at its edges, blanks left out', () => {
    expect(words(pdfRect(90, 680, 146, 710))).toEqual(['aaaa', 'cccc'])
  })
  test('is none where nothing is printed', () => {
    expect(words(pdfRect(300, 300, 400, 400))).toEqual([])
  })
})
