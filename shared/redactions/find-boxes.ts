import { boundsOf, type PdfRect, pdfRect } from '../units/geometry'
import type { PageText } from '../documents/page'
import { quadsOfRanges } from '../anchoring/passage-geometry'
import { keyOf } from './failed-redactions'
import type { FoundCodes } from './find-codes'
import type { FoundBox } from './page-findings'
import type { PaintedGlyph, PaintedPage, PaintedShape } from './painted-page'
import { areaOfRect, covers, grown, overlapArea, sideBySide } from './rectangles'

/** Below this lightness a box counts as black. */
const DARK = 0.4
/** Least height and width of a box, and least area, points: thinner ones are rules and underlines, smaller ones are bullets. */
const LEAST = { height: 5, width: 6, area: 60 }
/** Least height of a box, in heights of the page's print: less is a rule. Up to this width, and from this height in widths, it is a line or a bar of a drawing. */
const LEAST_OF_LINE = 0.65
const UPRIGHT = { width: 1.8, height: 3 }
/** Thinner than this, points, and so many times as long, it is a rule whatever the print. */
const RULE = { height: 6, length: 30 }
/** Share of the page from which a box is its background. */
const BACKGROUND = 0.92
/** Characters beside codes that may stand on a box; with more it is a heading in white on black. */
const STRAY = 2
/** So many bars on one line, of nearly as many heights, are a chart if the tallest is so much taller than the lowest. */
const CHART = 4
const CHART_RISE = 1.5

/**
 * The boxes on a page that seem to be redactions: black ones with nothing but codes on them, light ones that were laid over
 * words or carry a code, and marks that were to be redacted. Rules, backgrounds, headings, bullets and the bars of charts are
 * left out by size, by what stands on them, and by how they stand together.
 * @param codes the codes found in the page's text
 * @param hiding areas that words lie under
 */
export function findBoxes(
  text: PageText,
  page: PaintedPage,
  box: readonly [number, number, number, number],
  codes: readonly FoundCodes[],
  hiding: readonly PdfRect[],
): readonly FoundBox[] {
  const labels = codes.flatMap((found) => boundsOf(quadsOfRanges(text, [found])) ?? [])
  const print = printOf(text, page.glyphs)
  const wanted = page.shapes.filter((shape) => isBox(shape, page.glyphs, print, box, labels, hiding))
  const charted = bars(wanted)
  return distinct(
    wanted.filter((shape) => !charted.has(shape)),
    page.glyphs,
  ).map(({ area, light, from }) => ({ key: keyOf(area), area, look: light !== null && light < DARK ? 'dark' : 'light', from }))
}

/** How tall a page's print is, points; 0 where it has none. `upright`: its lines run up or down. */
type Print = { readonly height: number; readonly upright: boolean }

function printOf({ runs }: PageText, glyphs: readonly PaintedGlyph[]): Print {
  const heights = glyphs.map(({ height }) => height).sort((a, b) => a - b)
  const upright = runs.filter(([, , , , , , angle]) => Math.round(angle) % 180 !== 0).length
  return { height: heights[Math.floor(heights.length / 2)] ?? 0, upright: upright > runs.length / 2 }
}

/** Whether a shape is a rule beside print or a line of a drawing, by its sides along and across the lines of print. */
function isStroke({ left, right, bottom, top }: PdfRect, { height: print, upright }: Print): boolean {
  const [along, across] = upright ? [top - bottom, right - left] : [right - left, top - bottom]
  return (
    across < LEAST_OF_LINE * print ||
    (across < RULE.height && along > RULE.length * across) ||
    (across > UPRIGHT.height * along && along < UPRIGHT.width * print)
  )
}

function isBox(
  shape: PaintedShape,
  glyphs: readonly PaintedGlyph[],
  print: Print,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  labels: readonly PdfRect[],
  hiding: readonly PdfRect[],
): boolean {
  const { area } = shape
  if (shape.from === 'unapplied') return true
  const [width, height] = [area.right - area.left, area.top - area.bottom]
  if (width < LEAST.width || height < LEAST.height || areaOfRect(area) < LEAST.area) return false
  if (areaOfRect(area) > BACKGROUND * (x1 - x0) * (y1 - y0)) return false
  if (hiding.some((other) => covers(grown(other, 1), area))) return true
  if (isStroke(area, print)) return false
  const own = labels.filter((label) => overlapArea(label, area) > 0.5 * areaOfRect(label))
  const over = glyphs.filter((glyph) => glyph.order > shape.order && !glyph.invisible && glyph.unicode.trim() !== '' && inside(glyph, area))
  const strays = over.filter((glyph) => !labels.some((label) => inside(glyph, grown(label, 2)))).length
  if (strays > STRAY) return false
  if (shape.light !== null && shape.light < DARK && shape.neutral) {
    const banner = area.left <= x0 + 3 && area.right >= x1 - 3 && height < 0.3 * (y1 - y0)
    return !banner
  }
  // Light boxes are everywhere (cells, fields, paper): one counts only with a code on it that fills it, and nothing else.
  return (
    own.length > 0 &&
    shape.neutral &&
    areaOfRect(area) < 40 * own.reduce((sum, label) => sum + areaOfRect(label), 0) &&
    glyphs.every((glyph) => glyph.order > shape.order || !inside(glyph, area))
  )
}

const inside = ({ x, y }: PaintedGlyph, { left, right, bottom, top }: PdfRect): boolean =>
  x >= left && x <= right && y >= bottom && y <= top

/** Bars of different heights on one base line. */
function bars(shapes: readonly PaintedShape[]): ReadonlySet<PaintedShape> {
  const found = new Set<PaintedShape>()
  for (const shape of shapes) {
    const row = shapes.filter((other) => Math.abs(other.area.bottom - shape.area.bottom) < 1)
    const heights = row.map(({ area }) => Math.round(area.top - area.bottom))
    if (row.length >= CHART && new Set(heights).size >= CHART - 1 && Math.max(...heights) >= CHART_RISE * Math.min(...heights))
      for (const one of row) found.add(one)
  }
  return found
}

/** Between the boxes of words on one line there may be blanks of so many box heights. */
const BLANK = 2.2

/** Of boxes that lie on each other, the largest; the boxes of words that follow each other on a line as one. */
function distinct(shapes: readonly PaintedShape[], glyphs: readonly PaintedGlyph[]): readonly PaintedShape[] {
  const kept: PaintedShape[] = []
  for (const shape of shapes.toSorted((a, b) => areaOfRect(b.area) - areaOfRect(a.area))) {
    if (
      !kept.some((other) => covers(grown(other.area, 1), shape.area) || overlapArea(other.area, shape.area) > 0.8 * areaOfRect(shape.area))
    )
      kept.push(shape)
  }
  const lines: PaintedShape[] = []
  for (const shape of kept.sort((a, b) => b.area.top - a.area.top || a.area.left - b.area.left)) {
    const last = lines.at(-1)
    const gap =
      last === undefined ||
      last.from !== shape.from ||
      last.light !== shape.light ||
      !sideBySide(last.area, shape.area, BLANK * (shape.area.top - shape.area.bottom))
        ? null
        : pdfRect(last.area.right, shape.area.bottom, shape.area.left, shape.area.top)
    if (last === undefined || gap === null || glyphs.some((glyph) => glyph.unicode.trim() !== '' && inside(glyph, gap))) lines.push(shape)
    else
      lines[lines.length - 1] = {
        ...last,
        area: pdfRect(
          Math.min(last.area.left, shape.area.left),
          Math.min(last.area.bottom, shape.area.bottom),
          Math.max(last.area.right, shape.area.right),
          Math.max(last.area.top, shape.area.top),
        ),
      }
  }
  return lines
}
