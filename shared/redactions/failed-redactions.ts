import type { TextRange } from '../annotations/segment'
import type { PageText } from '../documents/page'
import { type PdfRect, pdfRect } from '../units/geometry'
import { offsetsOfGlyphs } from './glyph-offsets'
import type { PaintedGlyph, PaintedPage, PaintedShape } from './painted-page'

/**
 * How words were left under what was to hide them. The kinds follow the typology of Free Law Project's x-ray, which finds them
 * in court filings.
 */
export const FAILED_KINDS = ['dark-box', 'light-box', 'dark-mark', 'unapplied'] as const
export type FailedKind = (typeof FAILED_KINDS)[number]

/** Embedded text that lies under something opaque. Its words are never part of it: only their places are. */
export type FailedRedaction = {
  readonly key: string
  readonly kind: FailedKind
  readonly area: PdfRect
  readonly ranges: readonly TextRange[]
}

/** Below this a colour hides print; above the other it is taken for paper. */
const DARK = 0.45

/** Print from this height on, points, is not hidden by what is less tall than this share of it: a watermark under the cell of a table. */
const LARGE = { height: 24, share: 0.6 }
/** From so many letters on a box, and so many times what lies under it, its own words are what it is there for. */
const OWN_WORDS = 20
const OWN_SHARE = 3
/** What is printed in place of words that were withheld, without its spaces. */
const WITHHOLDING =
  /redact|withh|seal|privil|priva|exempt|confiden|delet|remov|omit|obscur|classif|protect|sensitiv|lawenforcement|\(?b\)?\(\d/i

const holds = ({ left, right, bottom, top }: PdfRect, { x, y }: PaintedGlyph): boolean => x >= left && x <= right && y >= bottom && y <= top

/** Whether a glyph that is painted later says the same at the same place: then nothing is hidden. */
function paintedAgain(hidden: PaintedGlyph, later: readonly PaintedGlyph[]): boolean {
  return later.some(
    (glyph) =>
      glyph.unicode === hidden.unicode &&
      Math.abs(glyph.x - hidden.x) < 0.3 * hidden.height &&
      Math.abs(glyph.y - hidden.y) < 0.3 * hidden.height,
  )
}

/**
 * The text of a page that lies under something opaque painted after it. Words without ink under the picture of a scan are no
 * such text, as pictures are not among the shapes; under a box they are.
 * @param text the page's embedded text
 */
export function findFailedRedactions(text: PageText, page: PaintedPage): readonly FailedRedaction[] {
  const found: FailedRedaction[] = []
  let offsets: readonly (TextRange | null)[] | null = null
  for (const shape of page.shapes) {
    if (!hides(shape)) continue
    const under: number[] = []
    const over: PaintedGlyph[] = []
    for (const [at, glyph] of page.glyphs.entries()) {
      if (glyph.unicode.trim() === '' || !holds(shape.area, glyph)) continue
      if (shape.from === 'page' && isPieceOfLarge(shape.area, glyph)) continue
      if (glyph.order > shape.order) over.push(glyph)
      else under.push(at)
    }
    // Words without ink that print repeats are a layer of recognised text, not something hidden.
    const hidden = under.filter((at) => {
      const glyph = page.glyphs[at]
      return glyph !== undefined && !paintedAgain(glyph, over)
    })
    if (hidden.length === 0 || (shape.from === 'page' && hasOwnWords(over, hidden.length))) continue
    offsets ??= offsetsOfGlyphs(text, page.glyphs)
    const known = offsets
    const ranges = wholeWords(
      text.text,
      hidden.flatMap((at) => known[at] ?? []),
    )
    if (ranges.length === 0) continue
    found.push({ key: keyOf(shape.area), kind: kindOf(shape), area: shape.area, ranges })
  }
  return joined(found)
}

const isPieceOfLarge = ({ left, right, bottom, top }: PdfRect, { height }: PaintedGlyph): boolean =>
  height >= LARGE.height && Math.min(right - left, top - bottom) < LARGE.share * height

/** Whether a box is there for the words on it: a note over a drawing. */
function hasOwnWords(over: readonly PaintedGlyph[], hidden: number): boolean {
  const letters = over.filter(({ unicode, invisible }) => !invisible && /\p{L}/u.test(unicode))
  return letters.length >= Math.max(OWN_WORDS, OWN_SHARE * hidden) && !WITHHOLDING.test(over.map(({ unicode }) => unicode).join(''))
}

/** A box must be opaque; a light one hides only what it was painted over, which is what is asked here. */
const hides = (shape: PaintedShape): boolean => shape.from === 'unapplied' || shape.light !== null

function kindOf({ from, light }: PaintedShape): FailedKind {
  if (from === 'unapplied') return 'unapplied'
  const dark = light !== null && light < DARK
  return dark ? (from === 'annotation' ? 'dark-mark' : 'dark-box') : 'light-box'
}

/** Names a place on its page by whole points. */
export const keyOf = ({ left, bottom, right, top }: PdfRect): string => [left, bottom, right, top].map(Math.round).join(',')

/** The words that the ranges touch, whole, so that no letter at the edge of a box gives a name away; neighbours become one range. */
function wholeWords(text: string, ranges: readonly TextRange[]): readonly TextRange[] {
  const words: { start: number; end: number }[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    let { start, end } = range
    while (start > 0 && /\S/.test(text.charAt(start - 1))) start -= 1
    while (end < text.length && /\S/.test(text.charAt(end))) end += 1
    const last = words.at(-1)
    if (last !== undefined && text.slice(last.end, start).trim() === '') last.end = Math.max(last.end, end)
    else words.push({ start, end })
  }
  return words
}

/** Boxes that lie over the same words are one finding: a bar drawn twice, or a mark with its appearance. */
function joined(found: readonly FailedRedaction[]): readonly FailedRedaction[] {
  const kept: FailedRedaction[] = []
  for (const one of found) {
    const at = kept.findIndex((other) => overlap(other.area, one.area) && JSON.stringify(other.ranges) === JSON.stringify(one.ranges))
    const other = kept[at]
    if (other === undefined) kept.push(one)
    else {
      const [a, b] = [other.area, one.area]
      const area = pdfRect(Math.min(a.left, b.left), Math.min(a.bottom, b.bottom), Math.max(a.right, b.right), Math.max(a.top, b.top))
      kept[at] = { ...other, kind: one.kind === 'unapplied' ? other.kind : one.kind, area, key: keyOf(area) }
    }
  }
  return kept
}

const overlap = (a: PdfRect, b: PdfRect): boolean => a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top
