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
