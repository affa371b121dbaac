import { documentSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import type { z } from 'zod'

const inputSchema = documentSchema
  .unwrap()
  .pick({
    id: true,
    pageCount: true,
    pagesWithText: true,
    pagesImageOnly: true,
    outline: true,
    metadata: true,
    encrypted: true,
    copyingDiscouraged: true,
    extractor: true,
    textSha256: true,
  })
  .readonly()

/** Makes a kept document ready, once it could be opened and its text is stored. */
export const readDocumentText = defineCommand<z.infer<typeof inputSchema>>({
  name: 'read-document-text',
  label: 'Unlock a document',
  input: inputSchema,
  async decide(input, { read }) {
    const document = await read.get('documents', input.id)
    if (document === undefined)
      return trouble(problem('document-missing', 'The document to unlock is no longer in the library.', 'Import the file again.'))
    return ok({
      changes: [put('documents', { ...document, ...input, status: 'ready', trouble: null })],
      summary: `Unlocked a document of ${input.pageCount} pages`,
    })
  },
})
