import type { TextRange } from '../annotations/segment'
import { rangesInRect } from '../anchoring/passage-geometry'
import type { PageText } from '../documents/page'
import { pdfRect } from '../units/geometry'
import type { PaintedGlyph } from './painted-page'

/** Characters looked ahead in the text for one that a glyph stands for, before the glyph is looked for by its place. */
const AHEAD = 60

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/**
 * Where in the page's text each glyph stands. Both come from the same drawing, in the same order, so they are walked side by
 * side; where they part (other normal forms, writing from right to left, words in annotations), a glyph is found by its place.
 * @returns for each glyph the offsets of its characters; null where they are not in the text
 */
export function offsetsOfGlyphs(text: PageText, glyphs: readonly PaintedGlyph[]): readonly (TextRange | null)[] {
  const solid: { readonly character: string; readonly at: number; readonly end: number }[] = []
  for (let at = 0; at < text.text.length;) {
    const point = String.fromCodePoint(text.text.codePointAt(at) ?? 0)
    for (const character of plain(point)) solid.push({ character, at, end: at + point.length })
    at += point.length
  }
  let next = 0
  return glyphs.map((glyph) => {
    const wanted = plain(glyph.unicode)
    if (wanted === '') return null
    const found = find(solid, wanted, next)
    if (found !== -1 && (found === next || agrees(text, solid[found]?.at ?? 0, glyph))) {
      next = found + wanted.length
      const [first, last] = [solid[found], solid[next - 1]]
      if (first !== undefined && last !== undefined) return { start: first.at, end: last.end }
    }
    return byPlace(text, glyph)
  })
}

function find(solid: readonly { readonly character: string }[], wanted: string, from: number): number {
  const letters = Array.from(wanted)
  for (let at = from; at < Math.min(solid.length, from + AHEAD); at += 1) {
    if (letters.every((letter, offset) => solid[at + offset]?.character === letter)) return at
  }
  return -1
}

/** Whether the run of the text at an offset lies where the glyph is painted. */
function agrees(text: PageText, offset: number, glyph: PaintedGlyph): boolean {
  const run = text.runs.find(([start, end]) => start <= offset && offset < end)
  if (run === undefined) return false
  const angle = (run[6] * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [dx, dy] = [glyph.x - run[2], glyph.y - run[3]]
  const [along, across] = [dx * cos + dy * sin, dy * cos - dx * sin]
  return along > -run[5] && along < run[4] + run[5] && Math.abs(across) < 1.5 * run[5]
}

function byPlace(text: PageText, glyph: PaintedGlyph): TextRange | null {
  const reach = Math.max(1, 0.6 * Math.max(glyph.width, 0.4 * glyph.height))
  const rise = Math.max(1, 0.5 * glyph.height)
  const [range] = rangesInRect(text, pdfRect(glyph.x - reach, glyph.y - rise, glyph.x + reach, glyph.y + rise))
  return range ?? null
}
