import type { TextRange } from '../annotations/segment'
import type { PageText, TextRun } from '../documents/page'
import { type PdfRect, type Quad, quad } from '../units/geometry'
import { sharesOf } from './glyph-widths'

/** How far print reaches below and above its baseline, as shares of the font height. */
const BELOW = 0.22
const ABOVE = 0.8

/** Part of a run: along its direction from `from` to `to` points of its start. */
type Strip = { readonly run: TextRun; readonly from: number; readonly to: number }

const directionOf = (run: TextRun): readonly [cos: number, sin: number] => [
  Math.cos((run[6] * Math.PI) / 180),
  Math.sin((run[6] * Math.PI) / 180),
]

/** The strip that the units `start` to `end` of the page's text take up in a run. Right-to-left runs are measured from their right end. */
function stripOf(text: string, run: TextRun, start: number, end: number): Strip {
  const [runStart, runEnd, , , advance] = run
  const shares = sharesOf(text.slice(runStart, runEnd))
  const from = (shares[Math.max(0, start - runStart)] ?? 0) * advance
  const to = (shares[Math.min(runEnd, end) - runStart] ?? 1) * advance
  return run[7] === 1 ? { run, from: advance - to, to: advance - from } : { run, from, to }
}

/** Index of the first run that ends after the offset; runs stand in the order of the text. */
function firstRunAfter(runs: readonly TextRun[], offset: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.[1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function stripsOf({ text, runs }: PageText, { start, end }: TextRange): Strip[] {
  const strips: Strip[] = []
  for (let at = firstRunAfter(runs, start); at < runs.length; at += 1) {
    const run = runs[at]
    if (run === undefined || run[0] >= end) break
    const piece = text.slice(Math.max(start, run[0]), Math.min(end, run[1]))
    if (piece.trim() === '') continue
    // Blanks at either end of the piece are not marked.
    const from = Math.max(start, run[0]) + (piece.length - piece.trimStart().length)
    strips.push(stripOf(text, run, from, from + piece.trim().length))
  }
  return strips
}

/** A strip's place in its own direction: along and across it, points. */
const along = ({ run }: Strip): number => run[2] * directionOf(run)[0] + run[3] * directionOf(run)[1]
const across = ({ run }: Strip): number => run[3] * directionOf(run)[0] - run[2] * directionOf(run)[1]

/** Whether two strips are neighbours on one line: nothing much higher, lower or far away. */
function sameLine(a: Strip, b: Strip): boolean {
  const size = Math.max(a.run[5], b.run[5])
  if (a.run[6] !== b.run[6] || Math.abs(across(a) - across(b)) > 0.5 * size) return false
  const gap = Math.max(along(a) + a.from, along(b) + b.from) - Math.min(along(a) + a.to, along(b) + b.to)
  return gap < 3 * size
}

/** The quad around neighbouring strips of one line. Vertical fonts are drawn centred on their line; all others stand on it. */
function quadOf(strips: readonly Strip[]): Quad | null {
  const [first] = strips
  if (first === undefined) return null
  const [cos, sin] = directionOf(first.run)
  const vertical = first.run[6] === -90
  const start = Math.min(...strips.map((strip) => along(strip) + strip.from))
  const end = Math.max(...strips.map((strip) => along(strip) + strip.to))
  const top = Math.max(...strips.map((strip) => across(strip) + (vertical ? 0.5 : ABOVE) * strip.run[5]))
  const bottom = Math.min(...strips.map((strip) => across(strip) - (vertical ? 0.5 : BELOW) * strip.run[5]))
  const x = (u: number, v: number): number => u * cos - v * sin
  const y = (u: number, v: number): number => u * sin + v * cos
  return quad(x(start, top), y(start, top), x(end, top), y(end, top), x(start, bottom), y(start, bottom), x(end, bottom), y(end, bottom))
}

/** Where ranges of a page's text are drawn: one quad for each line, in reading order, PDF user space, points. */
export function quadsOfRanges(page: PageText, ranges: readonly TextRange[]): Quad[] {
  const lines: Strip[][] = []
  for (const strip of ranges.flatMap((range) => stripsOf(page, range))) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line !== undefined && last !== undefined && sameLine(last, strip)) line.push(strip)
    else lines.push([strip])
  }
  return lines.map(quadOf).filter((found) => found !== null)
}

/** The ranges of a page's text whose characters have their middle in the rectangle (PDF user space, points), in the order of the text. */
export function rangesInRect(page: PageText, rect: PdfRect): TextRange[] {
  const ranges: { start: number; end: number }[] = []
  for (const run of page.runs) {
    const [start, end, x, y, advance, height, angle, rtl] = run
    const [cos, sin] = directionOf(run)
    const shares = sharesOf(page.text.slice(start, end))
    const rise = angle === -90 ? 0 : ((ABOVE - BELOW) / 2) * height
    for (let offset = start; offset < end; offset += 1) {
      const middle = (((shares[offset - start] ?? 0) + (shares[offset - start + 1] ?? 1)) / 2) * advance
      const u = rtl === 1 ? advance - middle : middle
      const [px, py] = [x + u * cos - rise * sin, y + u * sin + rise * cos]
      if (px < rect.left || px > rect.right || py < rect.bottom || py > rect.top) continue
      const last = ranges.at(-1)
      if (last !== undefined && page.text.slice(last.end, offset).trim() === '') last.end = offset + 1
      else ranges.push({ start: offset, end: offset + 1 })
    }
  }
  return ranges.flatMap((range) => trimmed(page.text, range) ?? [])
}

/** The range without blanks at its ends; null when nothing is left. */
function trimmed(text: string, { start, end }: TextRange): TextRange | null {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return words.trim() === '' ? null : { start: from, end: from + words.trim().length }
}
