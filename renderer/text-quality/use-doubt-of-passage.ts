import type { DocumentId } from '@shared/documents/document'
import type { PageTexts } from '../reader/page-texts'
import type { TextPassage } from '../reader/text-place'
import { type PageDoubt, useTextDoubts } from './use-text-doubts'

/** The first page of a passage whose text layer is doubted and about which the researcher has not decided; null where all can be quoted. */
export function useDoubtOfPassage(documentId: DocumentId, texts: PageTexts, passage: TextPassage | null): PageDoubt | null {
  const doubts = useTextDoubts(documentId)
  if (passage === null) return null
  for (let page = passage.from.page; page <= passage.to.page; page += 1) {
    const doubt = doubts.get(page)
    if (doubt !== undefined && !doubt.decided && texts.peek(page)?.origin === 'embedded') return doubt
  }
  return null
}
