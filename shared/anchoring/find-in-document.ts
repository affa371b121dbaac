import type { PageText } from '../documents/page'
import { type FoundPassage, type QuotationTarget, findQuotation, findWords } from './find-quotation'

/** A place in a document at which the quotation's words stand. */
export type PassageOnPage = { readonly pageIndex: number; readonly passage: FoundPassage }
/** How a quotation was found in a document. `candidates` are given where its words stand on several other pages: none is chosen. */
export type FoundInDocument = PassageOnPage & { readonly candidates: readonly PassageOnPage[] }

/** Candidates beyond this number tell the researcher nothing more. */
const MOST_CANDIDATES = 20

/**
 * Looks for a quotation on its page, then outwards over the document.
 * Found on one other page only it is `moved`; on several it is not chosen: the nearest is `approximate`, and all are candidates.
 * @param textOf the text of a page, by its index from 0; undefined where it is not known. Pages beyond the quotation's own are asked for only where it is not there
 * @param from index of the page where it ought to be
 */
export function findInDocument(
  textOf: (index: number) => PageText | undefined,
  pageCount: number,
  target: QuotationTarget,
  from: number,
): FoundInDocument {
  const own = textOf(from)
  const here: FoundPassage = own === undefined ? { how: 'lost' } : findQuotation(own, target)
  if (here.how === 'exact' || here.how === 'moved') return { pageIndex: from, passage: here, candidates: [] }

  const { quote, prefix, suffix } = target
  const elsewhere: QuotationTarget = { quote, ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) }
  const candidates: PassageOnPage[] = []
  for (let away = 1; away < pageCount && candidates.length < MOST_CANDIDATES; away += 1) {
    for (const index of [from + away, from - away]) {
      const text = index < 0 || index >= pageCount ? undefined : textOf(index)
      const found = text === undefined ? null : findWords(text, elsewhere)
      if (found !== null && found.how !== 'lost')
        candidates.push({ pageIndex: index, passage: { how: 'moved', ranges: found.ranges, quote: found.quote } })
    }
  }
  const [nearest, ...others] = candidates
  if (nearest === undefined || nearest.passage.how !== 'moved') return { pageIndex: from, passage: here, candidates: [] }
  if (others.length === 0) return { ...nearest, candidates: [] }
  const { ranges, quote: words } = nearest.passage
  return { pageIndex: nearest.pageIndex, passage: { how: 'approximate', ranges, quote: words, likeness: 0.99 }, candidates }
}
