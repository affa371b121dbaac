import type { PaintedGlyph, PaintedPage, PaintedShape } from '@shared/redactions/painted-page'
import type { PdfRect } from '@shared/units/geometry'
import { matrixOf, place } from './matrix'
import { rectanglesOf, strokedBars } from './painted-paths'
import { GraphicsState } from './graphics-state'
import type { PaintCodes } from './paint-codes'

type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }
export type FontFacts = (name: string) => { readonly unit: number; readonly vertical: boolean }

/** Smallest side of a shape that can hide print, points; shapes of a page looked at at most. */
const LEAST = 3.5
const MOST_SHAPES = 4000
/** How far above its baseline the middle of a character lies, font heights. */
const MIDDLE = 0.29

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const numbersOf = (value: unknown): readonly number[] =>
  Array.isArray(value)
    ? value.filter((item): item is number => typeof item === 'number')
    : ArrayBuffer.isView(value)
      ? Array.from(value as Float32Array)
      : []

/**
 * What a page paints, from its drawing operators with its annotations: filled shapes and characters, each with its place in the
 * order of painting. Coordinates are PDF user space. A page may have hundreds of thousands of operators: made for workers.
 * @param fonts what is known of a font by its name: the length of one unit of its widths, and whether it writes downwards
 */
export function paintedPage(operators: Operators, codes: PaintCodes, fonts: FontFacts): PaintedPage {
  const shapes: PaintedShape[] = []
  const glyphs: PaintedGlyph[] = []
  const state = new GraphicsState()
  let inAnnotation = false

  const addShape = (area: PdfRect, order: number): void => {
    const { light, neutral, opaque } = state.paint
    const cut = state.cut(area)
    if (!opaque || state.ragged || shapes.length >= MOST_SHAPES || cut.right - cut.left < LEAST || cut.top - cut.bottom < LEAST) return
    shapes.push({ area: cut, order, light, neutral, from: inAnnotation ? 'annotation' : 'page' })
  }
  const addText = (items: unknown, order: number): void => {
    if (!Array.isArray(items)) return
    const { font, size, mode, spacing: between, wordSpacing } = state.text.parameters
    const { unit, vertical } = fonts(font)
    for (const item of items) {
      if (typeof item === 'number') state.text.advance((-item * size) / 1000, vertical)
      else if (isRecord(item)) {
        const own = typeof item['width'] === 'number' ? item['width'] * unit * size : 0
        const unicode = typeof item['unicode'] === 'string' ? item['unicode'] : ''
        const at = state.text.glyphPlace(state.matrix, own, vertical, MIDDLE)
        if (unicode !== '') glyphs.push({ unicode, ...at, order, invisible: mode === 3 || mode === 7, light: state.paint.light })
        const spacing = between + (item['isSpace'] === true ? wordSpacing : 0)
        state.text.advance(vertical ? -(size + spacing) : own + spacing, vertical)
      }
    }
  }

  for (const [order, code] of operators.fnArray.entries()) {
    const args = operators.argsArray[order]
    const list: readonly unknown[] = Array.isArray(args) ? args : []
    if (code === codes.beginAnnotation) {
      inAnnotation = true
      const [, , transform, matrix] = list
      state.beginAnnotation(matrixOf(transform), matrixOf(matrix))
    } else if (code === codes.endAnnotation) {
      inAnnotation = false
      state.restore()
    } else if (code === codes.constructPath) {
      const [paint, data] = list
      const path = Array.isArray(data) ? numbersOf(data[0]) : numbersOf(data)
      if (typeof paint === 'number' && codes.fills.has(paint)) for (const area of rectanglesOf(path, state.matrix)) addShape(area, order)
      else if (typeof paint === 'number' && codes.strokes.has(paint)) {
        const before = state.paint
        state.paint = state.stroke
        for (const area of strokedBars(path, state.matrix, state.lineWidth)) addShape(area, order)
        state.paint = before
      }
      state.clipBy(path)
    } else if (codes.solidImages.has(code)) addShape(place([0, 0, 1, 1], state.matrix), order)
    else if (code === codes.showText) addText(list[0], order)
    else state.apply(code, args, codes)
  }
  return { shapes, glyphs }
}
