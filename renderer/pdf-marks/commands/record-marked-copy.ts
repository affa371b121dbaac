import { documentIdSchema } from '@shared/documents/document'
import { counted } from '@shared/dossier/words'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'

/** Writes into the custody log that a copy with marks went out. Changes no record. */
export const recordMarkedCopy = defineCommand({
  name: 'save-marked-copy',
  label: 'Save a copy with marks',
  input: record({ documentId: documentIdSchema, marks: z.int().min(0) }),
  async decide({ documentId, marks }, { read }) {
    if ((await read.get('documents', documentId)) === undefined)
      return trouble(problem('document-missing', 'The document is no longer in the library.', 'Import it again.'))
    return ok({ changes: [], summary: `Saved a copy of a document with ${counted(marks, 'mark')} in it` })
  },
})
