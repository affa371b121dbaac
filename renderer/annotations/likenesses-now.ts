import { likenessNow } from '@shared/anchoring/likeness-now'
import type { Segment } from '@shared/annotations/segment'
import type { ReadablePage } from '@shared/documents/page-reading'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import type { TextPiece } from '../whole-texts/text-jobs'

/** What is like each segment of a mark in the text in force now; null where nothing is. */
export async function* likenessesNow(
  stores: TextStores,
  { pageCount }: { readonly pageCount: number },
  segments: readonly Segment[],
): AsyncGenerator<TextPiece<Segment | null>> {
  const documents = new Map<string, ReadonlyMap<number, ReadablePage>>()
  for (const [at, segment] of segments.entries()) {
    const pages = documents.get(segment.documentId) ?? (await readReadablePages(stores, segment.documentId))
    documents.set(segment.documentId, pages)
    yield { answers: [likenessNow(segment, (index) => pages.get(index), pageCount)], done: at + 1 }
  }
}
