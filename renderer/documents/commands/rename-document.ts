import { documentIdSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'

const inputSchema = record({
  id: documentIdSchema,
  name: z.string().trim().min(1, 'a document needs a name').max(300, 'a name has at most 300 characters'),
})

/** Changes the name shown; the bytes and their SHA-256 stay what they are. */
export const renameDocument = defineCommand<z.infer<typeof inputSchema>>({
  name: 'rename-document',
  label: 'Rename the document',
  input: inputSchema,
  async decide({ id, name }, { read }) {
    const document = await read.get('documents', id)
    if (document === undefined)
      return trouble(problem('document-missing', 'The document to rename is no longer in the library.', 'Import the file again.'))
    return ok({ changes: [put('documents', { ...document, name })], summary: 'Renamed a document' })
  },
})
