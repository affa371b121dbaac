import { describe, expect, it } from 'vitest'
import type { PaintCodes } from './paint-codes'
import { paintedPage } from './painted-page'

const NAMES = [
  'save',
  'restore',
  'transform',
  'setGState',
  'setLineWidth',
  'setFillRGBColor',
  'setFillTransparent',
  'setFillColorN',
  'setStrokeRGBColor',
  'clip',
  'eoClip',
  'beginText',
  'setFont',
  'setTextMatrix',
  'moveText',
  'setLeadingMoveText',
  'nextLine',
  'setCharSpacing',
  'setWordSpacing',
  'setHScale',
  'setLeading',
  'setTextRise',
  'setTextRenderingMode',
  'showText',
  'constructPath',
  'paintFormXObjectBegin',
  'paintFormXObjectEnd',
  'beginAnnotation',
  'endAnnotation',
] as const
const [FILL, STROKE, END, SOLID] = [100, 101, 102, 103]
const CODES = {
  ...Object.fromEntries(NAMES.map((name, at) => [name, at])),
  fills: new Set([FILL]),
  strokes: new Set([STROKE]),
  solidImages: new Set([SOLID]),
} as unknown as PaintCodes
type Step = readonly [(typeof NAMES)[number], ...unknown[]]

const paint = (...steps: readonly Step[]) =>
  paintedPage({ fnArray: steps.map(([name]) => CODES[name]), argsArray: steps.map(([, ...args]) => args) }, CODES, () => ({
    unit: 0.001,
    vertical: false,
  }))
const rectangle = (x0: number, y0: number, x1: number, y1: number): readonly unknown[] => [
  new Float32Array([0, x0, y0, 1, x1, y0, 1, x1, y1, 1, x0, y1, 4]),
]
const glyph = (unicode: string, width = 500) => ({ unicode, width, isSpace: unicode === ' ' })

describe('paintedPage', () => {
  it('finds filled boxes with their colour, wherever the coordinates were moved to', () => {
    const { shapes } = paint(
      ['save'],
      ['transform', 2, 0, 0, 2, 10, 20],
      ['setFillRGBColor', '#101010'],
      ['constructPath', FILL, rectangle(0, 0, 50, 10), null],
      ['restore'],
      ['constructPath', FILL, rectangle(0, 0, 5, 5), null],
    )
    expect(shapes.map(({ area }) => area)).toEqual([
      { left: 10, bottom: 20, right: 110, top: 40 },
      { left: 0, bottom: 0, right: 5, top: 5 },
    ])
    expect(shapes[0]).toMatchObject({ neutral: true, from: 'page' })
    expect(shapes[0]?.light).toBeLessThan(0.1)
  })

  it('leaves out what can be seen through, what is cut away and what is no box', () => {
    const { shapes } = paint(
      ['save'],
      ['setGState', [['ca', 0.5]]],
      ['constructPath', FILL, rectangle(0, 0, 50, 10), null],
      ['restore'],
      ['save'],
      ['setGState', [['BM', 'multiply']]],
      ['setFillRGBColor', '#ffff00'],
      ['constructPath', FILL, rectangle(0, 0, 50, 10), null],
      ['restore'],
      ['save'],
      ['clip'],
      ['constructPath', END, rectangle(200, 200, 300, 300), null],
      ['constructPath', FILL, rectangle(0, 0, 50, 10), null],
      ['restore'],
      ['constructPath', FILL, [new Float32Array([0, 0, 0, 1, 50, 0, 1, 25, 40, 4])], null],
    )
    expect(shapes).toEqual([])
  })

  it('takes a black mark that is multiplied, a thick pen and a cut box for what they hide', () => {
    const { shapes } = paint(
      ['save'],
      ['setGState', [['BM', 'multiply']]],
      ['constructPath', FILL, rectangle(0, 0, 50, 10), null],
      ['restore'],
      ['setLineWidth', 12],
      ['constructPath', STROKE, [new Float32Array([0, 100, 50, 1, 200, 50])], null],
      ['clip'],
      ['constructPath', END, rectangle(0, 0, 30, 100), null],
      ['constructPath', FILL, rectangle(0, 80, 60, 90), null],
    )
    expect(shapes.map(({ area }) => area)).toEqual([
      { left: 0, bottom: 0, right: 50, top: 10 },
      { left: 100, bottom: 44, right: 200, top: 56 },
      { left: 0, bottom: 80, right: 30, top: 90 },
    ])
  })

  it('places each character and says in which order it was painted', () => {
    const { glyphs } = paint(
      ['beginText'],
      ['setFont', 'F1', 10],
      ['setTextMatrix', new Float32Array([1, 0, 0, 1, 72, 700])],
      ['showText', [glyph('A'), -200, glyph('B')]],
      ['setTextRenderingMode', 3],
      ['moveText', 0, -20],
      ['showText', [glyph('C')]],
    )
    expect(glyphs.map(({ unicode, x, invisible }) => [unicode, Math.round(x * 100) / 100, invisible])).toEqual([
      ['A', 74.5, false],
      ['B', 81.5, false],
      ['C', 74.5, true],
    ])
    expect(glyphs[0]?.order).toBeLessThan(glyphs[2]?.order ?? 0)
    expect(glyphs[2]?.y).toBeCloseTo(682.9, 1)
  })

  it('places the appearance of an annotation over the page', () => {
    const { shapes } = paint(
      ['beginAnnotation', 'a', [10, 10, 60, 20], [1, 0, 0, 1, 10, 10], [1, 0, 0, 1, 0, 0], false],
      ['constructPath', FILL, rectangle(0, 0, 50, 10), null],
      ['endAnnotation'],
    )
    expect(shapes).toMatchObject([{ area: { left: 10, bottom: 10, right: 60, top: 20 }, from: 'annotation', order: 1 }])
  })
})
