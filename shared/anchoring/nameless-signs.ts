import type { PageText } from '../documents/page'
import { findQuotation, type QuotationTarget } from './find-quotation'
import { foldText, UNKNOWN_SIGN } from './fold'

/**
 * Whether the likeness of a quotation on a page differs from it only in signs whose meaning the text layer does not give: the page has
 * them among the words, and the quotation has not, or has others.
 */
export function onlySignsDiffer(page: PageText, target: QuotationTarget): boolean {
  const found = findQuotation(page, target)
  if (found.how !== 'approximate') return false
  const [there, wanted] = [foldText(found.quote).folded, foldText(target.quote).folded]
  return there.includes(UNKNOWN_SIGN) && withoutSigns(there) === withoutSigns(wanted)
}

const withoutSigns = (folded: string): string => folded.replaceAll(UNKNOWN_SIGN, '')
