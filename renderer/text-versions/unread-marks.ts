import { findQuotation } from '@shared/anchoring/find-quotation'
import type { Annotation } from '@shared/annotations/annotation'
import { touches } from '@shared/text-versions/kept-difference'
import { laterText } from '@shared/text-versions/later-text'
import type { TextDifference } from './read-differences'

/**
 * The marks whose quotation the present version of pdf.js does not read on their page, of those that hold words which differ there.
 * @param text the page's stored text, with what is held back left out
 */
export function unreadMarks<Item extends { readonly annotation: Annotation }>(
  marks: readonly Item[],
  index: number,
  text: string,
  differences: readonly TextDifference[],
): readonly Item[] {
  const later = { text: laterText(text, differences), runs: [] }
  return marks.filter(({ annotation }) =>
    annotation.segments.some(({ pageIndex, textOrigin, ranges, quote }) => {
      if (pageIndex !== index || textOrigin !== 'embedded' || !differences.some(({ range }) => ranges.some((own) => touches(own, range))))
        return false
      const { how } = findQuotation(later, { quote })
      return how !== 'exact' && how !== 'moved'
    }),
  )
}
