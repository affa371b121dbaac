import { makeSegment, partsOfPage } from '@shared/anchoring/make-segment'
import type { AnnotationId } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import { HELD_BACK } from '@shared/documents/page-reading'
import { hitsOf } from '@shared/searches/scan'
import { parseQuery } from '@shared/searches/parse-query'
import { sentencesAround } from '@shared/searches/sentence-around'
import { termsOf } from '@shared/searches/terms'
import { type Id, newId } from '@shared/units/ids'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import type { FoundRow } from './engine/found'

/** How much of the text around a hit is marked. */
export type Span = 'sentence' | 'words'
export type HitMark = { readonly id: AnnotationId; readonly linkId: Id<'evidence'>; readonly documentId: DocumentId; readonly segments: readonly Segment[] }

/** No more marks are made at once. */
export const MOST_MARKS = 2000

/** The passages that marking the hits on some found pages makes, in the order of documents and pages; at most `MOST_MARKS`. */
export async function passagesOfHits(stores: TextStores, rows: readonly FoundRow[], asked: string, span: Span): Promise<readonly HitMark[]> {
  const parsed = parseQuery(asked)
  if (!parsed.ok || parsed.value === null) return []
  const pages = new Map<DocumentId, number[]>()
  for (const { kind, documentId, page } of rows) if (kind === 'page' && documentId !== null && page !== null) pages.set(documentId, [...(pages.get(documentId) ?? []), page])
  const marks: HitMark[] = []
  for (const [documentId, indexes] of pages) {
    const readable = await readReadablePages(stores, documentId)
    for (const index of indexes.toSorted((a, b) => a - b)) {
      const page = readable.get(index)
      if (page === undefined) continue
      const { text } = page.text
      const hits = hitsOf(termsOf(text), parsed.value)
      const ranges = span === 'words' ? hits : sentencesAround(text, hits)
      for (const range of ranges) {
        // What is held back is not quoted, so a sentence that runs over it is not taken.
        if (text.slice(range.start, range.end).includes(HELD_BACK)) continue
        marks.push({ id: newId('annotation'), linkId: newId('evidence'), documentId, segments: [makeSegment({ ...partsOfPage(page), documentId, ranges: [range] })] })
        if (marks.length >= MOST_MARKS) return marks
      }
    }
  }
  return marks
}
