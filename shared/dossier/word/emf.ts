import { relativeWidth } from '../../anchoring/glyph-widths'
import { type Attributes, xmlScanner } from '../../tables/scan-xml'
import {
  brush,
  ellipse,
  font,
  lineTo,
  metafile,
  moveTo,
  NO_BRUSH,
  NO_PEN,
  pen,
  polygon,
  rectangle,
  remove,
  select,
  textAlign,
  textColour,
  TRANSPARENT,
  words,
} from './emf-records'

/** Device units to a CSS pixel, so that tenths of a pixel are kept. */
const SCALE = 20
const [PEN, BRUSH, FONT] = [1, 2, 3]
const TEXT_SIZE = 11
/** Arial runs a little wider than the widths that are known. */
const WIDER = 1.08

const unit = (value: string | null): number => Math.round(Number(value ?? 0) * SCALE)

/**
 * A chart of the dossier as an Enhanced Metafile, for word processors that know no SVG: lines, boxes, dots, triangles and words, which is all
 * that `ledger-charts.ts` draws.
 */
export function emfOf(svg: string, width: number, height: number): Uint8Array {
  const records: (readonly number[])[] = [TRANSPARENT, font(FONT, TEXT_SIZE * SCALE, 'Arial'), select(FONT)]
  let ink = '#000000'
  let text: { readonly x: number; readonly y: number; readonly end: boolean } | null = null
  /** Draws one shape with its pen and brush. */
  const shape = (attribute: Attributes, ...drawn: readonly (readonly number[])[]): void => {
    const [fill, stroke] = [attribute('fill') ?? 'none', attribute('stroke')]
    records.push(
      ...(stroke === null ? [select(NO_PEN)] : [pen(PEN, stroke, SCALE), select(PEN)]),
      ...(fill === 'none' ? [select(NO_BRUSH)] : [brush(BRUSH, fill), select(BRUSH)]),
      ...drawn,
      ...(stroke === null ? [] : [select(NO_PEN), remove(PEN)]),
      ...(fill === 'none' ? [] : [select(NO_BRUSH), remove(BRUSH)]),
    )
  }
  const scanner = xmlScanner({
    open(name, attribute) {
      if (name === 'svg') {
        ink = attribute('fill') ?? ink
        records.push(textColour(ink))
      } else if (name === 'text') text = { x: unit(attribute('x')), y: unit(attribute('y')), end: attribute('text-anchor') === 'end' }
      else if (name === 'rect')
        shape(
          attribute,
          rectangle(
            unit(attribute('x')),
            unit(attribute('y')),
            unit(attribute('x')) + unit(attribute('width')),
            unit(attribute('y')) + unit(attribute('height')),
          ),
        )
      else if (name === 'line')
        shape(attribute, moveTo(unit(attribute('x1')), unit(attribute('y1'))), lineTo(unit(attribute('x2')), unit(attribute('y2'))))
      else if (name === 'circle') {
        const [x, y, radius] = [unit(attribute('cx')), unit(attribute('cy')), unit(attribute('r'))]
        shape(attribute, ellipse(x - radius, y - radius, x + radius, y + radius))
      } else if (name === 'path') {
        const points = trianglePoints(attribute('d') ?? '')
        if (points !== null) shape(attribute, polygon(points))
      }
    },
    text(said) {
      if (text === null) return
      records.push(
        textAlign(text.end),
        words(
          text.x,
          text.y,
          said,
          Array.from(said).flatMap((sign) => [
            Math.round((relativeWidth(sign) / 1000) * TEXT_SIZE * SCALE * WIDER),
            ...Array.from({ length: sign.length - 1 }, () => 0),
          ]),
        ),
      )
    },
    close(name) {
      if (name === 'text') text = null
    },
  })
  scanner.push(svg)
  scanner.end()
  return metafile(width, height, SCALE, 4, records)
}

/** The corners of `M10.0 2l5 9h-10z`; null for any other path. */
function trianglePoints(path: string): readonly (readonly [number, number])[] | null {
  const [, x = '', y = '', right = '', down = '', back = ''] = /^M([\d.]+) ([\d.]+)l([\d.]+) ([\d.]+)h(-[\d.]+)z$/.exec(path) ?? []
  if (back === '') return null
  const [left, top] = [unit(x), unit(y)]
  return [
    [left, top],
    [left + unit(right), top + unit(down)],
    [left + unit(right) + unit(back), top + unit(down)],
  ]
}
