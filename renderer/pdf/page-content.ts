import type { PageContent } from '@shared/documents/page'

/** Characters other than white space from which a page counts as holding text. */
const ENOUGH_TEXT = 20
/** Share of the page that images must cover for a page with text to be a picture as well: a scan with a text layer or a stamp. */
const MOST_OF_PAGE = 0.6
/** Drawn paths from which a page without text and images is a picture of something (outlined type, a chart, a map). */
const ENOUGH_PATHS = 8

/** Share of the page from which an unused coordinate system counts as an image left out. */
const SMALLEST_HOLE = 0.005

type Matrix = readonly [number, number, number, number, number, number]
type Box = readonly [number, number, number, number]

/** Codes of the drawing operators that matter here; pdf.js's `OPS` has them. */
export type OperatorCodes = {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly constructPath: number
  readonly images: ReadonlySet<number>
  /** All that puts ink on the page: text, paths, shadings, images. */
  readonly ink: ReadonlySet<number>
}

/** What a page paints apart from text. */
export type Painted = {
  /** Number of images. */
  readonly images: number
  /** Share of the page's area under images, 0 to 1; images over each other are counted twice, then capped. */
  readonly covered: number
  readonly paths: number
}

const countInk = (text: string): number => text.replace(/\s+/g, '').length

/** Whether the text alone leaves open what a page holds. */
export const hasEnoughText = (text: string): boolean => countInk(text) >= ENOUGH_TEXT

/** Whether pictures cover most of what is painted on a page. */
export const isMostlyImage = (painted: Painted): boolean => painted.covered >= MOST_OF_PAGE

/** @param painted null where nobody looked, because the text was enough and the document shows no scans */
export function contentOf(text: string, painted: Painted | null): PageContent {
  if (hasEnoughText(text)) return painted !== null && isMostlyImage(painted) ? 'both' : 'text'
  return painted !== null && (painted.images > 0 || painted.paths >= ENOUGH_PATHS) ? 'image' : 'empty'
}

const isMatrix = (value: unknown): value is Matrix =>
  Array.isArray(value) && value.length === 6 && value.every((item) => typeof item === 'number')

/** a then b, as the `cm` operator concatenates (ISO 32000-1, 8.3.4). */
const concat = (a: Matrix, b: Matrix): Matrix => [
  b[0] * a[0] + b[1] * a[2],
  b[0] * a[1] + b[1] * a[3],
  b[2] * a[0] + b[3] * a[2],
  b[2] * a[1] + b[3] * a[3],
  b[4] * a[0] + b[5] * a[2] + a[4],
  b[4] * a[1] + b[5] * a[3] + a[5],
]

/** Area of the unit square's bounds under a matrix, within a box. An image is painted into the unit square (ISO 32000-1, 8.9.5). */
function areaWithin(m: Matrix, box: Box): number {
  const xs = [m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]]
  const ys = [m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]]
  const width = Math.min(box[2], Math.max(...xs)) - Math.max(box[0], Math.min(...xs))
  const height = Math.min(box[3], Math.max(...ys)) - Math.max(box[1], Math.min(...ys))
  return width > 0 && height > 0 ? width * height : 0
}

/**
 * Walks a page's drawing operators and adds up what images cover.
 *
 * Decoding an image takes far longer than reading a page's text, so import tells pdf.js to leave large images out
 * (`maxImageSize`). What is left of such an image is a coordinate system that is set up, and dropped again with nothing
 * painted into it; its unit square is where the image would stand.
 * @param box the page's box, points
 */
export function paintedOn(
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  codes: OperatorCodes,
  box: Box,
): Painted {
  const identity: Matrix = [1, 0, 0, 1, 0, 0]
  const page = Math.max(1e-6, (box[2] - box[0]) * (box[3] - box[1]))
  const stack: Matrix[] = []
  let matrix = identity
  let unused = false
  let images = 0
  let area = 0
  let paths = 0
  const addImage = (own: number): void => {
    images += 1
    area += own
  }
  operators.fnArray.forEach((code, at) => {
    const args = operators.argsArray[at]
    if (codes.ink.has(code)) unused = false
    if (code === codes.save) stack.push(matrix)
    else if (code === codes.restore || code === codes.paintFormXObjectEnd) {
      const hole = unused ? areaWithin(matrix, box) : 0
      if (hole / page >= SMALLEST_HOLE) addImage(hole)
      unused = false
      matrix = stack.pop() ?? identity
    } else if (code === codes.transform && isMatrix(args)) {
      matrix = concat(matrix, args)
      unused = true
    } else if (code === codes.paintFormXObjectBegin) {
      stack.push(matrix)
      const own: unknown = Array.isArray(args) ? args[0] : null
      if (isMatrix(own)) matrix = concat(matrix, own)
    } else if (code === codes.constructPath) paths += 1
    else if (codes.images.has(code)) addImage(areaWithin(matrix, box))
  })
  return { images, covered: Math.min(1, area / page), paths }
}
