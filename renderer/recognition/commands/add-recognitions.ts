import { recognitionId, recognitionSchema } from '@shared/documents/recognition'
import { documentIdSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'

const input = record({
  documentId: documentIdSchema,
  pages: list(recognitionSchema.unwrap().omit({ id: true, at: true, documentId: true }).readonly()),
})

/** Keeps the recognised text of some pages of a document, in place of what was recognised there before. */
export const addRecognitions = defineCommand({
  name: 'add-recognitions',
  label: 'Keep recognised text',
  input,
  async decide({ documentId, pages }, { at, read }) {
    const document = await read.get('documents', documentId)
    if (document === undefined)
      return trouble(
        problem('document-missing', 'The document whose text was recognised is no longer in the library.', 'Nothing needs to be done.'),
      )
    const beyond = pages.find((page) => page.pageIndex >= document.pageCount)
    if (beyond !== undefined)
      return trouble(
        problem(
          'no-such-page',
          `“${document.name}” has ${document.pageCount} pages; text was recognised for page ${beyond.pageIndex + 1}.`,
          'Recognise the document again.',
        ),
      )
    return ok({
      changes: pages.map((page) => put('recognitions', { ...page, documentId, id: recognitionId(documentId, page.pageIndex), at })),
      summary: `Recognised the text of ${pages.length === 1 ? `page ${(pages[0]?.pageIndex ?? 0) + 1}` : `${pages.length} pages`} of “${document.name}”`,
    })
  },
})
