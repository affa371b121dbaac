import { documentIdSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'

/** Says whether the bytes of a document may go with a bundle, and why not. */
export const setHandling = defineCommand({
  name: 'set-handling',
  label: 'Handling of the document',
  input: record({ id: documentIdSchema, bundle: z.boolean(), reason: z.string().trim() }),
  async decide({ id, bundle, reason }, { read }) {
    const document = await read.get('documents', id)
    if (document === undefined)
      return trouble(problem('document-missing', 'The document is no longer in the library.', 'Import the file again.'))
    if (!bundle && reason === '')
      return trouble(
        problem(
          'handling-without-reason',
          'It is not said why the document stays out of bundles.',
          'Write the reason in a few words; the dossier repeats them.',
        ),
      )
    const { handling: _handling, handlingReason: _reason, ...rest } = document
    return ok({
      changes: [put('documents', bundle ? rest : { ...rest, handling: 'do-not-bundle', handlingReason: reason })],
      summary: bundle ? 'Let a document go with bundles again' : 'Kept a document out of bundles',
    })
  },
})
