import type { DocumentId } from '@shared/documents/document'
import { needsRecognition } from '@shared/documents/needs-recognition'
import { recognitionId } from '@shared/documents/recognition'
import type { PageIndex } from '@shared/units/pages'
import type { Database } from '../storage/database'
import { rowsOfPages } from '../storage/rows-of-pages'

/** The pages of a document whose words stand only in a picture, and that were not recognised yet; by index. */
export async function pagesToRecognise(db: Database, documentId: DocumentId): Promise<readonly PageIndex[]> {
  const pictures = (await rowsOfPages(db.pages, documentId)).filter(({ content }) => content === 'image' || content === 'both')
  const [texts, done] = await Promise.all([
    db.pageTexts.bulkGet(pictures.map(({ index }): [string, number] => [documentId, index])),
    db
      .rows('recognitions')
      .where('id')
      .anyOf(pictures.map(({ index }) => recognitionId(documentId, index)))
      .primaryKeys(),
  ])
  const known = new Set<string>(done)
  return pictures
    .filter((page, at) => needsRecognition(page, texts[at]?.text ?? '') && !known.has(recognitionId(documentId, page.index)))
    .map(({ index }) => index)
    .toSorted((a, b) => a - b)
}
