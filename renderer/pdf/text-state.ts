import { IDENTITY, type Matrix, matrixOf, multiply, point } from './matrix'
import type { PaintCodes } from './paint-codes'

/** The parameters of text that are saved and restored with the graphics state (ISO 32000-1, 9.3); lengths in text space. */
export type TextParameters = {
  readonly font: string
  readonly size: number
  readonly spacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly leading: number
  readonly rise: number
  readonly mode: number
}

export const PLAIN_TEXT: TextParameters = {
  font: '',
  size: 0,
  spacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
}

/** An operand that is a number; 0 where it is something else. */
export const numberIn = (list: readonly unknown[], at: number): number => {
  const value = list[at]
  return typeof value === 'number' ? value : 0
}

/** Where text stands while the operators of a page are walked (ISO 32000-1, 9.3 and 9.4). */
export class TextState {
  parameters: TextParameters = PLAIN_TEXT
  #matrix: Matrix = IDENTITY
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0

  /** Moves on by a length in text space. */
  advance(by: number, vertical: boolean): void {
    if (vertical) this.#y += by
    else this.#x += by * this.parameters.stretch
  }

  /**
   * The middle of the character about to be drawn, and its size, in page coordinates.
   * @param page the matrix that leads to them
   * @param width of the character, in text space
   * @param middle font heights above the baseline
   */
  glyphPlace(
    page: Matrix,
    width: number,
    vertical: boolean,
    middle: number,
  ): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const m = multiply(page, this.#matrix)
    const { size, rise, stretch } = this.parameters
    const [x, y] = vertical
      ? point(m, this.#x, this.#y - size / 2)
      : point(m, this.#x + (width * stretch) / 2, this.#y + rise + middle * size)
    return { x, y, width: Math.abs(width * stretch) * Math.hypot(m[0], m[1]), height: Math.abs(size) * Math.hypot(m[2], m[3]) }
  }

  /** Takes an operator of text; any other changes nothing. */
  apply(code: number, list: readonly unknown[], codes: PaintCodes): void {
    const [first, second] = [numberIn(list, 0), numberIn(list, 1)]
    switch (code) {
      case codes.beginText:
        this.#matrix = IDENTITY
        this.#x = this.#y = this.#lineX = this.#lineY = 0
        return
      case codes.setTextMatrix:
        this.#matrix = matrixOf(list) ?? IDENTITY
        this.#x = this.#y = this.#lineX = this.#lineY = 0
        return
      case codes.setFont:
        this.parameters = { ...this.parameters, font: typeof list[0] === 'string' ? list[0] : '', size: second }
        return
      case codes.setLeadingMoveText:
        this.parameters = { ...this.parameters, leading: second }
        return this.#moveText(first, second)
      case codes.moveText:
        return this.#moveText(first, second)
      case codes.nextLine:
        return this.#moveText(0, this.parameters.leading)
      case codes.setCharSpacing:
        this.parameters = { ...this.parameters, spacing: first }
        return
      case codes.setWordSpacing:
        this.parameters = { ...this.parameters, wordSpacing: first }
        return
      case codes.setHScale:
        this.parameters = { ...this.parameters, stretch: first / 100 }
        return
      case codes.setLeading:
        this.parameters = { ...this.parameters, leading: -first }
        return
      case codes.setTextRise:
        this.parameters = { ...this.parameters, rise: first }
        return
      case codes.setTextRenderingMode:
        this.parameters = { ...this.parameters, mode: first }
        return
      default:
    }
  }

  #moveText(x: number, y: number): void {
    this.#x = this.#lineX += x
    this.#y = this.#lineY += y
  }
}
