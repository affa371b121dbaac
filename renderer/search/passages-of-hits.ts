import { makeSegment, partsOfPage } from '@shared/anchoring/make-segment'
import type { AnnotationId } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import { HELD_BACK } from '@shared/documents/page-reading'
import { hitsOf } from '@shared/searches/scan'
import { parseQuery } from '@shared/searches/parse-query'
import { sentencesAround } from '@shared/searches/sentence-around'
import { termsOf } from '@shared/searches/terms'
import { groupedBy } from '@shared/units/grouped-by'
import { type Id, newId } from '@shared/units/ids'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import type { TextPiece } from '../whole-texts/text-jobs'
import type { FoundRow } from './engine/found'

/** How much of the text around a hit is marked. */
export type Span = 'sentence' | 'words'
export type HitMark = {
  readonly id: AnnotationId
  readonly linkId: Id<'evidence'>
  readonly documentId: DocumentId
  readonly segments: readonly Segment[]
}

/** No more marks are made at once. */
export const MOST_MARKS = 2000

/** A page that a search found. */
export type FoundPage = { readonly documentId: DocumentId; readonly page: number }

/** The pages among found rows: marks, notes and claims are not marked again. */
export const pagesOfRows = (rows: readonly FoundRow[]): readonly FoundPage[] =>
  rows.flatMap(({ kind, documentId, page }) => (kind === 'page' && documentId !== null && page !== null ? [{ documentId, page }] : []))

/** The passages that marking the hits on some found pages makes, in the order of documents and pages; at most `MOST_MARKS`. */
export async function* passagesOfHits(
  stores: TextStores,
  { query, span }: { readonly query: string; readonly span: Span },
  found: readonly FoundPage[],
): AsyncGenerator<TextPiece<HitMark>> {
  const parsed = parseQuery(query)
  if (!parsed.ok || parsed.value === null) return
  let [made, done] = [0, 0]
  for (const [documentId, pages] of groupedBy(found, (page) => page.documentId)) {
    const readable = await readReadablePages(stores, documentId)
    for (const { page: index } of pages.toSorted((a, b) => a.page - b.page)) {
      done += 1
      const page = readable.get(index)
      if (page === undefined) continue
      const { text } = page.text
      const hits = hitsOf(termsOf(text), parsed.value)
      const ranges = span === 'words' ? hits : sentencesAround(text, hits)
      // What is held back is not quoted, so a sentence that runs over it is not taken.
      const quotable = ranges.filter((range) => !text.slice(range.start, range.end).includes(HELD_BACK)).slice(0, MOST_MARKS - made)
      made += quotable.length
      yield {
        answers: quotable.map((range) => ({
          id: newId('annotation'),
          linkId: newId('evidence'),
          documentId,
          segments: [makeSegment({ ...partsOfPage(page), documentId, ranges: [range] })],
        })),
        done,
      }
      if (made >= MOST_MARKS) return
    }
  }
}
