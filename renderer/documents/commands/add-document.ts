import { documentSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import type { z } from 'zod'

const inputSchema = documentSchema.unwrap().omit({ importedAt: true }).readonly()

/** Takes a document into the library, once its bytes are in both copies. */
export const addDocument = defineCommand<z.infer<typeof inputSchema>>({
  name: 'add-document',
  label: 'Import a document',
  input: inputSchema,
  async decide(input, { at, read }) {
    const there = await read.get('documents', input.id)
    if (there !== undefined)
      return trouble(
        problem(
          'document-exists',
          `“${input.name}” is already in the library as “${there.name}”.`,
          'Nothing needs to be done: both names stand for the same bytes.',
        ),
      )
    return ok({
      changes: [put('documents', { ...input, importedAt: at })],
      summary: `Imported a document of ${input.pageCount} pages (${input.status})`,
    })
  },
})
