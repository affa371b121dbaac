import type { TextRange } from '../annotations/segment'
import type { PageReading } from '../documents/page-reading'
import type { TextCorrection } from '../documents/text-correction'

type Correction = Pick<TextCorrection, 'origin' | 'range' | 'was' | 'becomes' | 'at'>
type Reading = Pick<PageReading, 'text' | 'origin'>

/** The corrections that hold for a text: of its origin, with the words still standing there; of two at one place the later one. In order. */
export function validCorrections<Item extends Correction>(reading: Reading, corrections: readonly Item[]): readonly Item[] {
  const taken: Item[] = []
  for (const correction of corrections.toSorted((a, b) => (a.at < b.at ? 1 : -1))) {
    const { start, end } = correction.range
    const stands = correction.origin === reading.origin && end > start && reading.text.slice(start, end) === correction.was
    if (stands && taken.every(({ range }) => range.end <= start || end <= range.start)) taken.push(correction)
  }
  return taken.sort((a, b) => a.range.start - b.range.start)
}

/** A text with its corrections put in, for finding. Never for quoting: a quotation shows corrections in brackets. */
export type CorrectedText = {
  readonly text: string
  /** The range of the text as extracted that a range of the corrected text stands for; a corrected word as a whole. */
  toExtracted(range: TextRange): TextRange
}

export function correctedText(reading: Reading, corrections: readonly Correction[]): CorrectedText {
  const pieces: { readonly from: number; readonly to: number; readonly start: number; readonly end: number; readonly corrected: boolean }[] = []
  let [text, at] = ['', 0]
  const add = (words: string, start: number, end: number, corrected: boolean): void => {
    if (words !== '' || end > start) pieces.push({ from: text.length, to: text.length + words.length, start, end, corrected })
    text += words
  }
  for (const { range, becomes } of validCorrections(reading, corrections)) {
    add(reading.text.slice(at, range.start), at, range.start, false)
    add(becomes, range.start, range.end, true)
    at = range.end
  }
  add(reading.text.slice(at), at, reading.text.length, false)
  const shown = text
  return {
    text: shown,
    toExtracted({ start, end }) {
      const first = pieces.find(({ to }) => start < to) ?? pieces.at(-1)
      const last = pieces.findLast(({ from }) => from < end) ?? pieces[0]
      if (first === undefined || last === undefined) return { start: 0, end: 0 }
      return { start: first.corrected ? first.start : first.start + (start - first.from), end: last.corrected ? last.end : last.start + (end - last.from) }
    },
  }
}
