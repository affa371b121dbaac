import { type PdfRect, pdfRect } from '@shared/units/geometry'
import { IDENTITY, type Matrix, matrixOf, multiply, place } from './matrix'
import { BLACK, NO_COLOUR, type Paint, paintOf } from './paint'
import type { PaintCodes } from './paint-codes'
import { clipArea } from './painted-paths'
import { numberIn, PLAIN_TEXT, type TextParameters, TextState } from './text-state'

type Kept = {
  readonly matrix: Matrix
  readonly clip: PdfRect | null
  readonly fill: Paint
  readonly stroke: Paint
  readonly alpha: number
  readonly blend: string
  readonly ragged: boolean
  readonly text: TextParameters
  readonly lineWidth: number
}

/** From this opacity on, print under a shape can't be read. */
const OPAQUE = 0.93
/** A colour as dark as this hides print even where it is only multiplied with it. */
const MULTIPLIES_TO_BLACK = 0.15

/** The graphics state of a page while its operators are walked (ISO 32000-1, 8.4 and 9.3), as far as it tells places and colours. */
export class GraphicsState {
  matrix: Matrix = IDENTITY
  stroke: Paint = BLACK
  readonly text = new TextState()
  lineWidth = 1
  #fill: Paint = BLACK
  #over: Paint | null = null
  #alpha = 1
  #blend = 'source-over'
  #clip: PdfRect | null = null
  #clips = false
  #ragged = false
  #stack: Kept[] = []

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
    const { matrix, stroke, lineWidth } = this
    this.#stack.push({
      matrix,
      stroke,
      lineWidth,
      text: this.text.parameters,
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
    ;({ matrix: this.matrix, stroke: this.stroke, lineWidth: this.lineWidth } = kept)
    this.text.parameters = kept.text
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
    this.text.parameters = PLAIN_TEXT
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

  /** Takes an operator that changes the state. @param args its operands, as pdf.js hands them over */
  apply(code: number, args: unknown, codes: PaintCodes): void {
    const list: readonly unknown[] = Array.isArray(args) ? args : []
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
        this.lineWidth = numberIn(list, 0)
        return
      case codes.setFillRGBColor:
        this.#fill = paintOf(list)
        return
      case codes.setStrokeRGBColor:
        this.stroke = paintOf(list)
        return
      case codes.setFillTransparent:
      case codes.setFillColorN:
        this.#fill = NO_COLOUR
        return
      case codes.setGState:
        return this.#setGState(list[0])
      default:
        return this.text.apply(code, list, codes)
    }
  }

  #setGState(states: unknown): void {
    if (!Array.isArray(states)) return
    for (const entry of states) {
      if (!Array.isArray(entry)) continue
      const [key, value]: readonly unknown[] = entry
      if (key === 'ca' && typeof value === 'number') this.#alpha = value
      else if (key === 'BM' && typeof value === 'string') this.#blend = value
      else if (key === 'Font' && Array.isArray(value))
        this.text.parameters = { ...this.text.parameters, font: String(value[0]), size: Number(value[1]) }
      else if (key === 'LW' && typeof value === 'number') this.lineWidth = value
    }
  }
}
