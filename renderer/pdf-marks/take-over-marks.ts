import type { DocumentId } from '@shared/documents/document'
import type { PdfMark } from '@shared/pdf-marks/pdf-mark'
import { takeOver, type TakenMark } from '@shared/pdf-marks/take-over'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import type { TextPiece } from '../whole-texts/text-jobs'

/** Marks that stand in a file, each with its parts, as marks of ours with the words under them; null where a page is not known. */
export async function* takeOverMarks(
  stores: TextStores,
  { documentId, program }: { readonly documentId: DocumentId; readonly program: string },
  wholes: readonly (readonly PdfMark[])[],
): AsyncGenerator<TextPiece<TakenMark | null>> {
  const pages = await readReadablePages(stores, documentId)
  for (const [at, parts] of wholes.entries())
    yield { answers: [takeOver(documentId, parts, (index) => pages.get(index), program)], done: at + 1 }
}
