import { describe, expect, it } from 'vitest'
import { buildPageText } from '../anchoring/page-text'
import { pdfRect } from '../units/geometry'
import { darkAreas } from './dark-areas'
import { examinePage } from './examine-page'
import type { PaintedGlyph, PaintedPage, PaintedShape } from './painted-page'
import { proposeRedactions } from './propose-redactions'
import { unionArea } from './rectangles'
import { shareOf } from './tally-redactions'

const BOX: [number, number, number, number] = [0, 0, 612, 792]
type Line = { readonly text: string; readonly x: number; readonly y: number; readonly order: number; readonly invisible?: boolean }

/** Lines of print, six points a character, as text and as what is painted. */
function pageOf(
  lines: readonly Line[],
  shapes: readonly PaintedShape[],
): readonly [text: ReturnType<typeof buildPageText>, page: PaintedPage] {
  const text = buildPageText(
    lines.map(({ text: str, x, y }) => ({
      str,
      dir: 'ltr',
      transform: [10, 0, 0, 10, x, y],
      width: 6 * str.length,
      height: 10,
      hasEOL: true,
    })),
  )
  const glyphs = lines.flatMap(({ text: words, x, y, order, invisible = false }) =>
    Array.from(words, (unicode, at): PaintedGlyph => ({
      unicode,
      x: x + 6 * at + 3,
      y: y + 3,
      width: 6,
      height: 10,
      order,
      invisible,
      light: 0,
    })),
  )
  return [text, { shapes, glyphs }]
}
const box = (left: number, bottom: number, right: number, top: number, over: Partial<PaintedShape> = {}): PaintedShape => ({
  area: pdfRect(left, bottom, right, top),
  order: 10,
  light: 0,
  neutral: true,
  from: 'page',
  ...over,
})
const heldOf = (lines: readonly Line[], shapes: readonly PaintedShape[]): readonly string[] => {
  const [text, page] = pageOf(lines, shapes)
  return examinePage(text, { box: BOX }, page, []).failed.flatMap(({ kind, ranges }) =>
    ranges.map(({ start, end }) => `${kind}: ${text.text.slice(start, end)}`),
  )
}
/** "Signed by John Smith today": the name stands from x 132 to 192. */
const LINE: Line = { text: 'Signed by John Smith today', x: 72, y: 700, order: 1 }

describe('words under what was to hide them', () => {
  it.each([
    ['a black box', box(132, 698, 192, 710), 'dark-box'],
    ['a white box', box(132, 698, 192, 710, { light: 1 }), 'light-box'],
    ['a black mark laid over', box(132, 698, 192, 710, { from: 'annotation' }), 'dark-mark'],
    ['a redaction that was never carried out', box(132, 698, 192, 710, { from: 'unapplied', light: null, order: 99 }), 'unapplied'],
  ])('are held back under %s, and none beside it', (_, shape, kind) => {
    expect(heldOf([LINE], [shape])).toEqual([`${kind}: John Smith`])
  })

  it('are held back as whole words where a box covers a part of one', () => {
    expect(heldOf([LINE], [box(138, 698, 160, 710)])).toEqual(['dark-box: John'])
  })

  it('are not held back where the box was painted first, or the words again after it', () => {
    expect(heldOf([{ ...LINE, order: 20 }], [box(132, 698, 192, 710)])).toEqual([])
    expect(heldOf([LINE, { text: 'John Smith', x: 132, y: 700, order: 20 }], [box(132, 698, 192, 710)])).toEqual([])
  })

  it('are not held back as a watermark under a strip that is less tall, nor under a note with words of its own', () => {
    const [text, page] = pageOf([], [box(132, 698, 192, 722, { light: 0.8 })])
    const watermark: PaintedGlyph = { unicode: 'D', x: 150, y: 710, width: 40, height: 60, order: 1, invisible: false, light: 0.9 }
    expect(examinePage(text, { box: BOX }, { ...page, glyphs: [watermark] }, []).failed).toEqual([])
    const note: Line = { text: 'the bus is a channel of its own', x: 72, y: 712, order: 20 }
    expect(heldOf([{ ...LINE, text: 'Node M3', x: 72 }, note], [box(70, 696, 300, 724)])).toEqual([])
    expect(
      heldOf(
        [
          { ...LINE, text: 'Node M3', x: 72 },
          { ...note, text: 'redacted for personal privacy' },
        ],
        [box(70, 696, 300, 724)],
      ),
    ).toEqual(['dark-box: Node M3'])
  })

  it('are held back without ink too, if a box lies over the recognised text of a scan; the scan itself hides nothing', () => {
    expect(heldOf([{ ...LINE, invisible: true }], [])).toEqual([])
    expect(heldOf([{ ...LINE, invisible: true }], [box(132, 698, 192, 710)])).toEqual(['dark-box: John Smith'])
  })
})

describe('proposed redactions', () => {
  const proposals = (lines: readonly Line[], shapes: readonly PaintedShape[]) => {
    const [text, page] = pageOf(lines, shapes)
    return proposeRedactions(0, text, examinePage(text, { box: BOX }, page, []))
  }

  it('take the code beside a box to it, and say where none is printed', () => {
    const found = proposals([{ text: '(b)(7)(E)', x: 255, y: 700, order: 1 }], [box(72, 698, 250, 710), box(72, 598, 250, 610)])
    expect(found.map(({ codes, shape }) => [codes, shape])).toEqual([
      [['(b)(7)(E)'], 'box'],
      [[], 'box'],
    ])
  })

  it('leave out rules, backgrounds, bullets, coloured shapes and headings in white on black', () => {
    const heading: Line = { text: 'SECTION ONE', x: 80, y: 500, order: 20 }
    expect(
      proposals(
        [heading],
        [
          box(72, 700, 540, 701.5),
          box(0, 0, 612, 792),
          box(72, 600, 77, 605),
          box(72, 400, 200, 420, { neutral: false, light: 0.2 }),
          box(72, 496, 300, 514),
        ],
      ),
    ).toEqual([])
  })

  it('leave out rules thinner than print, and upright lines of a drawing; on a page whose lines run upwards it is the other way round', () => {
    expect(proposals([LINE], [box(72, 600, 500, 606), box(300, 300, 312, 420)])).toEqual([])
    expect(proposals([], [box(72, 600, 500, 605.5)])).toEqual([])
    const upwards = { text: 'Signed', x: 72, y: 100, order: 1 }
    const turned = buildPageText([
      { str: upwards.text, dir: 'ltr', transform: [0, 10, -10, 0, 72, 100], width: 36, height: 10, hasEOL: true },
    ])
    const [, page] = pageOf([upwards], [box(300, 300, 312, 420), box(200, 300, 206, 420)])
    expect(proposeRedactions(0, turned, examinePage(turned, { box: BOX }, page, [])).map(({ area }) => area)).toEqual([
      pdfRect(300, 300, 312, 420),
    ])
  })

  it('leave out the bars of a chart', () => {
    expect(
      proposals(
        [],
        [40, 25, 95, 60].map((height, at) => box(100 + at * 60, 200, 160 + at * 60, 200 + height)),
      ),
    ).toEqual([])
    expect(
      proposals(
        [],
        [40, 80, 60, 120, 95].map((height, at) => box(100 + at * 40, 200, 120 + at * 40, 200 + height)),
      ),
    ).toEqual([])
  })

  it('take the boxes of words that follow each other on a line as one', () => {
    expect(proposals([], [box(72, 698, 100, 710), box(106, 698, 160, 710), box(166, 698, 210, 710)])).toMatchObject([
      { area: { left: 72, right: 210 } },
    ])
  })
})

describe('shares and pictures', () => {
  it('count what overlaps once', () => {
    expect(unionArea([pdfRect(0, 0, 10, 10), pdfRect(5, 0, 15, 10), pdfRect(0, 0, 2, 2)])).toBe(150)
    expect(shareOf([pdfRect(0, 0, 612, 396), pdfRect(-50, 0, 900, 396)], BOX)).toBeCloseTo(0.5)
  })

  it('find solid boxes in a scan, and neither letters, rules nor the shadow at its edge', () => {
    const [width, height] = [300, 200]
    const greys = new Uint8Array(width * height).fill(245)
    const paint = (left: number, top: number, right: number, bottom: number): void => {
      for (let y = top; y < bottom; y += 1) greys.fill(20, y * width + left, y * width + right)
    }
    paint(50, 50, 150, 70)
    paint(20, 100, 280, 103)
    for (let x = 50; x < 250; x += 8) paint(x, 120, x + 3, 132)
    paint(0, 0, 8, height)
    expect(darkAreas({ width, height, greys })).toEqual([{ left: 50, top: 50, right: 150, bottom: 70 }])
  })
})
