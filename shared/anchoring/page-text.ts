import type { PageText, TextRun } from '../documents/page'

/** A piece of text as pdf.js gives it (`TextItem` of pdfjs-dist 6): only what is used here. */
export type TextItem = {
  readonly str: string
  readonly dir: string
  /** Text space to PDF user space: a b c d e f. */
  readonly transform: readonly number[]
  /** Points along the writing direction; for vertical fonts the size across it. */
  readonly width: number
  /** Points across the writing direction; for vertical fonts the length along it. */
  readonly height: number
  readonly hasEOL: boolean
  readonly fontName?: string
}
/** What pdf.js says of the fonts of a page, by `fontName`. */
export type TextStyles = Readonly<Record<string, { readonly vertical?: boolean }>>

type Placed = {
  readonly x: number
  readonly y: number
  readonly advance: number
  readonly height: number
  readonly angle: number
  readonly rtl: 0 | 1
}

const BLANK = /\s/

const round = (value: number): number => Math.round(value * 100) / 100
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Vertical fonts have the angle -90; text that is merely turned has an angle of 0 up to 360. */
function place(item: TextItem, styles: TextStyles): Placed {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform
  const vertical = styles[item.fontName ?? '']?.vertical === true
  const size = Math.hypot(c, d) || Math.hypot(a, b)
  if (vertical) return { x, y, advance: Math.abs(item.height), height: Math.abs(item.width) || size, angle: -90, rtl: 0 }
  const turned = (Math.atan2(b, a) * 180) / Math.PI
  const angle = (Math.round((((turned % 360) + 360) % 360) * 10) / 10) % 360
  return { x, y, advance: Math.abs(item.width), height: Math.abs(item.height) || size, angle, rtl: item.dir === 'rtl' ? 1 : 0 }
}

/** What must stand between two items that follow each other and carry nothing between them: nothing, a space or a line break. */
function gapBetween(before: Placed, after: Placed): '' | ' ' | '\n' {
  if (before.angle !== after.angle) return '\n'
  const [cos, sin] = [Math.cos(radians(before.angle)), Math.sin(radians(before.angle))]
  const [dx, dy] = [after.x - before.x, after.y - before.y]
  const [along, across] = [dx * cos + dy * sin, dy * cos - dx * sin]
  const size = Math.max(before.height, after.height)
  if (Math.abs(across) > 0.6 * size) return '\n'
  const gap = before.rtl === 1 && after.rtl === 1 ? -along - after.advance : along - before.advance
  return gap > 0.2 * Math.min(before.height, after.height) || gap < -0.5 * size ? ' ' : ''
}

/** The page's text with, for each item, the offset at which its characters begin. */
function layOut(
  items: readonly TextItem[],
  styles: TextStyles,
): { readonly text: string; readonly runs: readonly TextRun[]; readonly starts: readonly number[] } {
  const parts: string[] = []
  let length = 0
  let open = false
  let last: Placed | null = null
  const runs: TextRun[] = []
  const starts: number[] = []
  const add = (part: string): void => {
    if (part === '') return
    parts.push(part)
    length += part.length
    open = !BLANK.test(part.charAt(part.length - 1))
  }
  for (const item of items) {
    const visible = item.str.trim() !== ''
    const placed = visible ? place(item, styles) : null
    // `open`: the text so far ends in a character that the next one could touch.
    if (placed !== null && last !== null && open && !BLANK.test(item.str.charAt(0))) add(gapBetween(last, placed))
    starts.push(length)
    if (placed !== null) {
      const { x, y, advance, height, angle, rtl } = placed
      runs.push([length, length + item.str.length, round(x), round(y), round(advance), round(height), angle, rtl])
      last = placed
    }
    add(item.str)
    if (item.hasEOL) add('\n')
  }
  return { text: parts.join(''), runs, starts }
}

/**
 * A page's text and the place of each run, from pdf.js's text items in their order (the order in which the PDF draws them).
 * Each item's characters stand unchanged; a line break follows an item that ends a line, and where two items stand apart on
 * the page with nothing between them, a space or line break is put in.
 */
export function buildPageText(items: readonly TextItem[], styles: TextStyles = {}): PageText {
  const { text, runs } = layOut(items, styles)
  return { text, runs }
}

/** For each item, the offset (UTF-16 units) of its first character in the text that `buildPageText` makes of the same items. */
export const itemStarts = (items: readonly TextItem[], styles: TextStyles = {}): readonly number[] => layOut(items, styles).starts

/** The offset in the page's text of a place in an item, as a text layer's selection names it. */
export const offsetInText = (starts: readonly number[], item: number, offset: number): number => (starts[item] ?? 0) + offset

/** The item in which an offset of the page's text falls, and the offset within it; past the item's end where a gap was put in. */
export function placeInItems(starts: readonly number[], offset: number): { readonly item: number; readonly offset: number } {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { item: low, offset: Math.max(0, offset - (starts[low] ?? 0)) }
}
