import { anchorMarks, type Reanchored } from '@shared/anchoring/anchor-marks'
import type { AnnotationId } from '@shared/annotations/annotation'
import { groupedBy } from '@shared/units/grouped-by'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import type { TextPiece } from '../whole-texts/text-jobs'

/** Anchors marks again in the texts in force, document after document, and gives those that would change; nothing is written. */
export async function* anchorAgain(stores: TextStores, _about: null, ids: readonly AnnotationId[]): AsyncGenerator<TextPiece<Reanchored>> {
  const rows = await stores.db.annotations.bulkGet([...ids])
  const marks = rows.filter((row) => row !== undefined)
  let done = 0
  for (const [documentId, own] of groupedBy(marks, (mark) => mark.documentId)) {
    const pages = await readReadablePages(stores, documentId)
    for (const mark of own) {
      done += 1
      // A document whose text is not stored says nothing about its marks.
      yield { answers: pages.size > 0 ? anchorMarks([mark], pages) : [], done }
    }
  }
}
