import { documentVersionIdSchema } from '@shared/documents/document-version'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import type { z } from 'zod'

const inputSchema = record({ id: documentVersionIdSchema })

/** Takes back that two documents are versions of each other. Documents and marks stay. */
export const removeDocumentVersion = defineCommand<z.infer<typeof inputSchema>>({
  name: 'remove-document-version',
  label: 'Say that they are not versions of each other',
  input: inputSchema,
  async decide({ id }, { read }) {
    if ((await read.get('documentVersions', id)) === undefined)
      return trouble(problem('version-missing', 'The two documents are not tied to each other any more.', 'Nothing needs to be done.'))
    return ok({ changes: [remove('documentVersions', id)], summary: 'Took back that two documents are versions of each other' })
  },
})
