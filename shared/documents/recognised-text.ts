import type { PageRotation } from '../units/geometry'
import type { Page, PageText, TextRun } from './page'
import type { RecognisedWord } from './recognition'

/** A word as a program found it in a picture: its box in pixels from the upper left corner, and how sure it was, 0 to 100. */
export type PictureWord = {
  readonly text: string
  readonly confidence: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A line of words in reading order. */
export type PictureLine = {
  readonly words: readonly PictureWord[]
  /** The line that the letters stand on, pixels: where it begins and ends. It may be slanted a little. */
  readonly baseline: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  /** From the lowest descender to the highest ascender, pixels. */
  readonly height: number
}

/** A picture of a whole page, and how it lay when it was read. */
export type PagePictureFrame = Pick<Page, 'box' | 'rotation'> & {
  /** Degrees clockwise by which the picture was turned from how readers show the page. */
  readonly turned: PageRotation
  /** Degrees counter-clockwise by which the print was slanted in that picture; it was read after being turned straight about its middle. */
  readonly slant: number
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** The page's text made of recognised words. */
export type RecognisedText = { readonly text: PageText; readonly words: readonly RecognisedWord[]; readonly confidence: number }

/** Print reaches from 0.22 of the font height below the baseline to 0.8 above it, as `passage-geometry` draws it. */
const REACH = 1.02

const hundredths = (value: number): number => Math.round(value * 100) / 100
const tenths = (value: number): number => Math.round(value * 10) / 10

/** Turns a place in the picture as it was read (pixels) into PDF user space (points). */
export function pictureToPage({
  box: [x0, y0, x1, y1],
  rotation,
  turned,
  slant,
  width,
  height,
}: PagePictureFrame): (px: number, py: number) => readonly [x: number, y: number] {
  const [w, h] = [x1 - x0, y1 - y0]
  const [cos, sin] = [Math.cos((slant * Math.PI) / 180), Math.sin((slant * Math.PI) / 180)]
  return (px, py) => {
    const [fromMiddle, below] = [px - width / 2, py - height / 2]
    const [u, v] = [0.5 + (fromMiddle * cos + below * sin) / width, 0.5 + (below * cos - fromMiddle * sin) / height]
    switch ((rotation + turned) % 360) {
      case 90:
        return [x0 + v * w, y0 + u * h]
      case 180:
        return [x1 - u * w, y0 + v * h]
      case 270:
        return [x1 - v * w, y1 - u * h]
      default:
        return [x0 + u * w, y1 - v * h]
    }
  }
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * The text of a page from the words found in its picture: one run a word, a line break after each line, an empty line after each
 * paragraph, so that it is selected, marked and found like embedded text.
 * @param paragraphs in reading order
 */
export function recognisedText(paragraphs: readonly (readonly PictureLine[])[], frame: PagePictureFrame): RecognisedText {
  const toPage = pictureToPage(frame)
  const angle = hundredths((frame.rotation + frame.turned + frame.slant + 360) % 360) % 360
  const runs: TextRun[] = []
  const words: RecognisedWord[] = []
  let text = ''
  for (const paragraph of paragraphs) {
    for (const line of paragraph) {
      let first = true
      for (const word of line.words) {
        const characters = word.text.trim()
        if (characters === '') continue
        if (!first) text += ' '
        first = false
        const start = text.length
        text += characters
        const baseline = baselineAt(line, word)
        const [x, y] = toPage(word.left, baseline)
        const [endX, endY] = toPage(word.right, baseline)
        const [topX, topY] = toPage(word.left, baseline - line.height)
        runs.push([
          start,
          text.length,
          hundredths(x),
          hundredths(y),
          hundredths(Math.hypot(endX - x, endY - y)),
          hundredths(Math.hypot(topX - x, topY - y) / REACH),
          angle,
          RIGHT_TO_LEFT.test(characters) ? 1 : 0,
        ])
        words.push([start, text.length, tenths(word.confidence)])
      }
      if (!first) text += '\n'
    }
    // A word may be broken over two columns; an empty line between its halves would keep it from being put together.
    if (text !== '' && !text.endsWith('\n\n') && !/\p{Pd}\n$/u.test(text)) text += '\n'
  }
  const ended = text.trimEnd()
  return { text: { text: ended === '' ? '' : `${ended}\n`, runs }, words, confidence: meanOf(words) }
}

/** Height of the baseline under the middle of a word, in pixels from above; where it lies outside of the word's line, the foot of the word. */
function baselineAt({ baseline: { x0, y0, x1, y1 }, height }: PictureLine, word: PictureWord): number {
  const middle = (word.left + word.right) / 2
  const at = x1 === x0 ? y0 : y0 + ((y1 - y0) * (middle - x0)) / (x1 - x0)
  return at < word.top - height || at > word.bottom + height ? word.bottom : at
}

const meanOf = (words: readonly RecognisedWord[]): number =>
  words.length === 0 ? 0 : tenths(words.reduce((sum, [, , confidence]) => sum + confidence, 0) / words.length)
