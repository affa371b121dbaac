import { documentIdSchema, extractorSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { sha256Schema } from '@shared/units/hashes'
import { z } from 'zod'

/** Records that a document's text was lost in both copies and that another version than before has read it again. */
export const recordNewText = defineCommand({
  name: 'record-new-text',
  label: 'Record the text that was read again',
  input: z.object({ id: documentIdSchema, textSha256: sha256Schema, extractor: extractorSchema.nullable() }),
  async decide({ id, textSha256, extractor }, { read }) {
    const document = await read.get('documents', id)
    if (document === undefined) return trouble(problem('no-such-document', 'The document is no longer in the library.', 'Import it again.'))
    return ok({ changes: [put('documents', { ...document, textSha256, extractor })], summary: `Read the text of “${document.name}” again` })
  },
})
