import { type PdfRect, pdfRect } from '@shared/units/geometry'
import { IDENTITY, type Matrix, matrixOf, multiply, place, point } from './matrix'
import { clipArea } from './painted-paths'

/** Codes of the drawing operators that matter for what hides and what is hidden; pdf.js's `OPS` has them. */
export type PaintCodes = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'setGState'
    | 'setLineWidth'
    | 'setFillRGBColor'
    | 'setFillTransparent'
    | 'setFillColorN'
    | 'setStrokeRGBColor'
    | 'clip'
    | 'eoClip'
    | 'beginText'
    | 'setFont'
    | 'setTextMatrix'
    | 'moveText'
    | 'setLeadingMoveText'
    | 'nextLine'
    | 'setCharSpacing'
    | 'setWordSpacing'
    | 'setHScale'
    | 'setLeading'
    | 'setTextRise'
    | 'setTextRenderingMode'
    | 'showText'
    | 'constructPath'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'beginAnnotation'
    | 'endAnnotation',
    number
  >
> & { readonly fills: ReadonlySet<number>; readonly strokes: ReadonlySet<number>; readonly solidImages: ReadonlySet<number> }

/** The colour at hand: `light` from 0 to 1, null for a pattern. */
export type Paint = { readonly light: number | null; readonly neutral: boolean; readonly opaque: boolean }
type Text = {
  readonly font: string
  readonly size: number
  readonly spacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
  readonly mode: number
}
type Kept = {
  readonly matrix: Matrix
  readonly clip: PdfRect | null
  readonly fill: Paint
  readonly stroke: Paint
  readonly alpha: number
  readonly blend: string
  readonly ragged: boolean
  readonly text: Text
  readonly lineWidth: number
}

const BLACK: Paint = { light: 0, neutral: true, opaque: true }
const PLAIN: Text = { font: '', size: 0, spacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0, mode: 0 }
/** From this opacity on, print under a shape can't be read. */
const OPAQUE = 0.93
/** A colour as dark as this hides print even where it is only multiplied with it. */
const MULTIPLIES_TO_BLACK = 0.15

/** The graphics state of a page while its operators are walked (ISO 32000-1, 8.4 and 9.3), as far as it tells places and colours. */
export class GraphicsState {
  matrix: Matrix = IDENTITY
  stroke: Paint = BLACK
  text: Text = PLAIN
  lineWidth = 1
  #fill: Paint = BLACK
  #over: Paint | null = null
  #alpha = 1
  #blend = 'source-over'
  #clip: PdfRect | null = null
  #clips = false
  #ragged = false
  #stack: Kept[] = []
  #textMatrix: Matrix = IDENTITY
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0

  /** What a fill paints with now. */
  get paint(): Paint {
    const own = this.#over ?? this.#fill
    const multiplied = this.#blend === 'multiply' || this.#blend === 'darken'
    const covers = this.#blend === 'source-over' || (multiplied && own.light !== null && own.light < MULTIPLIES_TO_BLACK)
    return { ...own, opaque: own.opaque && this.#alpha >= OPAQUE && covers }
  }
  set paint(paint: Paint) {
    this.#over = paint === this.stroke ? paint : null
  }

  save(): void {
    const { matrix, stroke, text, lineWidth } = this
    this.#stack.push({
      matrix,
      stroke,
      text,
      lineWidth,
      clip: this.#clip,
      fill: this.#fill,
      alpha: this.#alpha,
      blend: this.#blend,
      ragged: this.#ragged,
    })
  }

  restore(): void {
    const kept = this.#stack.pop()
    if (kept === undefined) return
    ;({ matrix: this.matrix, stroke: this.stroke, text: this.text, lineWidth: this.lineWidth } = kept)
    ;({ clip: this.#clip, fill: this.#fill, alpha: this.#alpha, blend: this.#blend, ragged: this.#ragged } = kept)
  }

  /** An annotation's appearance begins with a state of its own. */
  beginAnnotation(transform: Matrix | null, matrix: Matrix | null): void {
    this.save()
    this.matrix = multiply(transform ?? IDENTITY, matrix ?? IDENTITY)
    this.#clip = null
    this.#ragged = false
    this.#fill = BLACK
    this.stroke = BLACK
    this.#alpha = 1
    this.#blend = 'source-over'
    this.text = PLAIN
  }

  /** Cuts what is painted from now on to a path, where one was to be a clip. */
  clipBy(path: readonly number[]): void {
    if (!this.#clips) return
    this.#clips = false
    const area = clipArea(path, this.matrix)
    if (area === null) this.#ragged = true
    else this.#clip = this.cut(area)
  }

  /** Whether what is painted is cut to a form that is no box, a frame for instance: then it can't be said what it hides. */
  get ragged(): boolean {
    return this.#ragged
  }

  /** The part of an area within the clip; empty where nothing is left. */
  cut(area: PdfRect): PdfRect {
    if (this.#clip === null) return area
    const { left, bottom, right, top } = this.#clip
    const [x0, y0, x1, y1] = [
      Math.max(left, area.left),
      Math.max(bottom, area.bottom),
      Math.min(right, area.right),
      Math.min(top, area.top),
    ]
    return x0 < x1 && y0 < y1 ? pdfRect(x0, y0, x1, y1) : pdfRect(0, 0, 0, 0)
  }

  /** Moves on by a length in text space. */
  advance(by: number, vertical: boolean): void {
    if (vertical) this.#y += by
    else this.#x += by * this.text.stretch
  }

  /** The middle of the character about to be drawn, and its size, in page coordinates. @param middle font heights above the baseline */
  glyphPlace(
    width: number,
    vertical: boolean,
    middle: number,
  ): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const m = multiply(this.matrix, this.#textMatrix)
    const { size, rise, stretch } = this.text
    const [x, y] = vertical
      ? point(m, this.#x, this.#y - size / 2)
      : point(m, this.#x + (width * stretch) / 2, this.#y + rise + middle * size)
    return { x, y, width: Math.abs(width * stretch) * Math.hypot(m[0], m[1]), height: Math.abs(size) * Math.hypot(m[2], m[3]) }
  }

  apply(code: number, args: unknown, codes: PaintCodes): void {
    const list: readonly unknown[] = Array.isArray(args) ? args : []
    const first = typeof list[0] === 'number' ? list[0] : 0
    const second = typeof list[1] === 'number' ? list[1] : 0
    switch (code) {
      case codes.save:
        return this.save()
      case codes.restore:
      case codes.paintFormXObjectEnd:
        return this.restore()
      case codes.transform:
        this.matrix = multiply(this.matrix, matrixOf(args) ?? IDENTITY)
        return
      case codes.paintFormXObjectBegin: {
        this.save()
        this.matrix = multiply(this.matrix, matrixOf(list[0]) ?? IDENTITY)
        const box = Array.isArray(list[1]) || ArrayBuffer.isView(list[1]) ? Array.from(list[1] as ArrayLike<number>) : []
        if (box.length === 4) this.#clip = this.cut(place([box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0], this.matrix))
        return
      }
      case codes.clip:
      case codes.eoClip:
        this.#clips = true
        return
      case codes.setLineWidth:
        this.lineWidth = first
        return
      case codes.setFillRGBColor:
        this.#fill = paintOf(list)
        return
      case codes.setStrokeRGBColor:
        this.stroke = paintOf(list)
        return
      case codes.setFillTransparent:
        this.#fill = { light: null, neutral: false, opaque: false }
        return
      case codes.setFillColorN:
        this.#fill = { light: null, neutral: false, opaque: false }
        return
      case codes.setGState:
        return this.#setGState(list[0])
      default:
        return this.#applyText(code, list, first, second, codes)
    }
  }

  #applyText(code: number, list: readonly unknown[], first: number, second: number, codes: PaintCodes): void {
    switch (code) {
      case codes.beginText:
        this.#textMatrix = IDENTITY
        this.#x = this.#y = this.#lineX = this.#lineY = 0
        return
      case codes.setTextMatrix:
        this.#textMatrix = matrixOf(list) ?? IDENTITY
        this.#x = this.#y = this.#lineX = this.#lineY = 0
        return
      case codes.setFont:
        this.text = { ...this.text, font: typeof list[0] === 'string' ? list[0] : '', size: second }
        return
      case codes.setLeadingMoveText:
        this.text = { ...this.text, leading: second }
        return this.#moveText(first, second)
      case codes.moveText:
        return this.#moveText(first, second)
      case codes.nextLine:
        return this.#moveText(0, this.text.leading)
      case codes.setCharSpacing:
        this.text = { ...this.text, spacing: first }
        return
      case codes.setWordSpacing:
        this.text = { ...this.text, wordSpacing: first }
        return
      case codes.setHScale:
        this.text = { ...this.text, stretch: first / 100 }
        return
      case codes.setLeading:
        this.text = { ...this.text, leading: -first }
        return
      case codes.setTextRise:
        this.text = { ...this.text, rise: first }
        return
      case codes.setTextRenderingMode:
        this.text = { ...this.text, mode: first }
        return
      default:
    }
  }

  #moveText(x: number, y: number): void {
    this.#x = this.#lineX += x
    this.#y = this.#lineY += y
  }

  #setGState(states: unknown): void {
    if (!Array.isArray(states)) return
    for (const entry of states) {
      if (!Array.isArray(entry)) continue
      const [key, value]: readonly unknown[] = entry
      if (key === 'ca' && typeof value === 'number') this.#alpha = value
      else if (key === 'BM' && typeof value === 'string') this.#blend = value
      else if (key === 'Font' && Array.isArray(value)) this.text = { ...this.text, font: String(value[0]), size: Number(value[1]) }
      else if (key === 'LW' && typeof value === 'number') this.lineWidth = value
    }
  }
}

/** A colour as pdf.js gives it, `#rrggbb`; its lightness is that of its luma (ITU-R BT.601). */
function paintOf([colour]: readonly unknown[]): Paint {
  const hex = typeof colour === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) : null
  if (hex === null) return { light: null, neutral: false, opaque: false }
  const [red, green, blue] = [1, 2, 3].map((at) => Number.parseInt(hex[at] ?? '0', 16)) as [number, number, number]
  const spread = Math.max(red, green, blue) - Math.min(red, green, blue)
  return { light: (0.299 * red + 0.587 * green + 0.114 * blue) / 255, neutral: spread <= 28, opaque: true }
}
