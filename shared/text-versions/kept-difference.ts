import { quadsOfRanges } from '../anchoring/passage-geometry'
import { quotationText } from '../anchoring/quotation-text'
import type { TextRange } from '../annotations/segment'
import type { PageText } from '../documents/page'
import type { FailedRedaction } from '../redactions/failed-redactions'
import { boundsOf, type PdfRect } from '../units/geometry'
import type { ReadingDifference } from './compare-readings'

/** A difference between two readings of a page, as it is kept: with the later words, and never with the earlier ones, which the page's text has. */
export type KeptDifference = {
  /** Names it within its page: made of versions and places, never of words. */
  readonly key: string
  /** Where it stands in the earlier text, which stays in force. */
  readonly range: TextRange
  /** How many words differ. */
  readonly words: number
  /** What the later version reads there, '' for nothing; null where words of it lie under a redaction and are held back. */
  readonly later: string | null
  /** The keys of the failed redactions that it touches in either reading, whatever was decided about them. */
  readonly under: readonly string[]
}

/** A page as one version read it, and the words of it that lie under redactions. */
export type PageRead = { readonly text: PageText; readonly failed: readonly FailedRedaction[] }

/** The versions that read the two texts. */
export type ReadVersions = { readonly earlier: string; readonly later: string }

/**
 * Makes differences fit to be kept: those that touch words under a redaction, in the one reading or the other, by their letters or by their
 * place on the page, go without words unless the researcher has released all of these.
 */
export function keptDifferences(
  found: readonly ReadingDifference[],
  earlier: PageRead,
  later: PageRead,
  versions: ReadVersions,
  isFreed: (key: string) => boolean,
): readonly KeptDifference[] {
  const all = [...earlier.failed, ...later.failed]
  return found.map((one) => {
    const areas = [...areasOf(earlier.text, one.earlier), ...areasOf(later.text, one.later)]
    const touched = [
      ...earlier.failed.filter(({ ranges }) => ranges.some((range) => touches(range, one.earlier))),
      ...later.failed.filter(({ ranges }) => ranges.some((range) => touches(range, one.later))),
      ...all.filter(({ area }) => areas.some((place) => overlaps(place, area))),
    ]
    const under = [...new Set(touched.map(({ key }) => key))].sort()
    const words = quotationText(
      later.text.text.slice(one.later.start, one.later.end),
      later.text.text,
      earlier.text.text.slice(one.earlier.start, one.earlier.end),
    )
    return {
      key: `${versions.earlier}>${versions.later}:${one.earlier.start}-${one.earlier.end}`,
      range: one.earlier,
      words: one.words,
      later: under.every(isFreed) ? words : null,
      under,
    }
  })
}

/** Whether two ranges have a character in common or meet; an empty one lies between its neighbours and meets both. */
export const touches = (one: TextRange, other: TextRange): boolean => one.start <= other.end && other.start <= one.end

const areasOf = (text: PageText, range: TextRange): readonly PdfRect[] =>
  quadsOfRanges(text, [range]).flatMap((quad) => boundsOf([quad]) ?? [])
const overlaps = (a: PdfRect, b: PdfRect): boolean => a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top
