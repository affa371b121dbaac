import { describe, expect, test } from 'vitest'
import { rangesInRect, quadsOfRanges } from '../anchoring/passage-geometry'
import { boundsOf, type PageRotation } from '../units/geometry'
import { type PagePictureFrame, type PictureLine, pictureToPage, recognisedText } from './recognised-text'

const PAGE_ROTATIONS: readonly PageRotation[] = [0, 90, 180, 270]
/** A crop box that does not begin at zero, 400 wide and 600 high; two pixels a point. */
const BOX = [100, 50, 500, 650] as const
const frameOf = (rotation: PagePictureFrame['rotation'], turned: PagePictureFrame['turned'] = 0, slant = 0): PagePictureFrame => {
  const lying = (rotation + turned) % 180 === 90
  return { box: BOX, rotation, turned, slant, width: lying ? 1200 : 800, height: lying ? 800 : 1200 }
}
const line = (top: number, ...words: readonly string[]): PictureLine => ({
  words: words.map((text, at) => ({ text, confidence: 90 - at, left: 100 + 150 * at, right: 220 + 150 * at, top, bottom: top + 30 })),
  baseline: { x0: 100, y0: top + 24, x1: 700, y1: top + 24 },
  height: 30.6,
})

describe('a place in the picture of a page', () => {
  test.each([
    [0, [100, 650], [500, 650]],
    [90, [100, 50], [100, 650]],
    [180, [500, 50], [100, 50]],
    [270, [500, 650], [500, 50]],
  ] as const)('turned by %d is a place within the crop box', (rotation, upperLeft, upperRight) => {
    const frame = frameOf(rotation)
    expect(pictureToPage(frame)(0, 0)).toEqual(upperLeft)
    expect(pictureToPage(frame)(frame.width, 0)).toEqual(upperRight)
  })
  test('is the same whether the page is turned or its picture is', () => {
    for (const rotation of PAGE_ROTATIONS)
      for (const turned of PAGE_ROTATIONS)
        expect(pictureToPage(frameOf(rotation, turned))(30, 70)).toEqual(
          pictureToPage(frameOf(((rotation + turned) % 360) as typeof rotation))(30, 70),
        )
  })
})

describe('recognised text', () => {
  const paragraphs = [[line(100, 'The', 'ceiling'), line(160, 'shall', 'not')], [line(300, 'exceed.')]]
  test('has a line break after a line and an empty line after a paragraph', () => {
    const { text, words, confidence } = recognisedText(paragraphs, frameOf(0))
    expect(text.text).toBe('The ceiling\nshall not\n\nexceed.\n')
    expect(words).toEqual([
      [0, 3, 90],
      [4, 11, 89],
      [12, 17, 90],
      [18, 21, 89],
      [23, 30, 90],
    ])
    expect(confidence).toBe(89.6)
  })
  test('keeps the halves of a broken word together over paragraphs', () => {
    expect(recognisedText([[line(100, 'infor-')], [line(100, 'mation')]], frameOf(0)).text.text).toBe('infor-\nmation\n')
  })
  test('has one run a word, standing on its baseline and written the way the letters run', () => {
    expect(recognisedText(paragraphs, frameOf(0)).text.runs[1]).toEqual([4, 11, 225, 588, 60, 15, 0, 0])
    expect(recognisedText(paragraphs, frameOf(90)).text.runs[1]).toEqual([4, 11, 162, 175, 60, 15, 90, 0])
    expect(recognisedText(paragraphs, frameOf(0, 270)).text.runs[1]?.[6]).toBe(270)
  })
  test('is drawn and found over its words on every side of a page', () => {
    for (const rotation of PAGE_ROTATIONS) {
      const frame = frameOf(rotation)
      const { text } = recognisedText(paragraphs, frame)
      const bounds = boundsOf(quadsOfRanges(text, [{ start: 4, end: 11 }]))
      const [x, y] = pictureToPage(frame)(310, 115)
      expect(bounds && x > bounds.left && x < bounds.right && y > bounds.bottom && y < bounds.top).toBe(true)
      expect(bounds && rangesInRect(text, bounds)).toEqual([{ start: 4, end: 11 }])
    }
  })
  test('of a slanted picture is written along the slant, about the middle of the page, on every side', () => {
    const { text } = recognisedText(paragraphs, frameOf(0, 0, 3))
    const [, , x, y, advance, height, angle] = text.runs[1] ?? []
    // From the middle (300, 350) the baseline of the straight picture begins 75 points to the left and 238 above; it climbs to the right.
    const [cos, sin] = [Math.cos(Math.PI / 60), Math.sin(Math.PI / 60)]
    expect(x).toBeCloseTo(300 - 75 * cos - 238 * sin, 1)
    expect(y).toBeCloseTo(350 - 75 * sin + 238 * cos, 1)
    expect([advance, height, angle]).toEqual([60, 15, 3])
    expect(recognisedText(paragraphs, frameOf(0, 0, -3)).text.runs[1]?.[6]).toBe(357)
    expect(recognisedText(paragraphs, frameOf(270, 90, 2.5)).text.runs[1]?.[6]).toBe(2.5)
    for (const rotation of PAGE_ROTATIONS) {
      const frame = frameOf(rotation, 0, -8)
      const slanted = recognisedText(paragraphs, frame).text
      const [quad] = quadsOfRanges(slanted, [{ start: 4, end: 11 }])
      const corners = [
        [0, 1],
        [2, 3],
        [4, 5],
        [6, 7],
      ].map(([a = 0, b = 0]) => [quad?.[a] ?? 0, quad?.[b] ?? 0])
      const middle = pictureToPage(frame)(310, 115)
      expect(corners.reduce((sum, corner) => sum + (corner[0] ?? 0), 0) / 4).toBeCloseTo(middle[0], 0)
      expect(corners.reduce((sum, corner) => sum + (corner[1] ?? 0), 0) / 4).toBeCloseTo(middle[1], 0)
    }
  })
  test('of a page without words is empty', () => {
    expect(recognisedText([], frameOf(0))).toEqual({ text: { text: '', runs: [] }, words: [], confidence: 0 })
  })
})
