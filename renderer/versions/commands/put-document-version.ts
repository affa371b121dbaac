import { documentVersionSchema } from '@shared/documents/document-version'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { versionPlaceOf } from '@shared/versions/version-place'
import type { z } from 'zod'

const inputSchema = documentVersionSchema.unwrap().omit({ author: true, at: true }).readonly()

/** Says that one document is a later version of another, and which page answers to which. Saying it again changes the pages. */
export const putDocumentVersion = defineCommand<z.infer<typeof inputSchema>>({
  name: 'put-document-version',
  label: 'Say that this is another version',
  input: inputSchema,
  async decide(input, { actor, at, read }) {
    const [earlier, later] = await Promise.all([read.get('documents', input.earlierId), read.get('documents', input.laterId)])
    if (earlier === undefined || later === undefined)
      return trouble(
        problem('document-missing', 'One of the two documents is no longer in the library.', 'Import it again; both versions are kept.'),
      )
    if (earlier.id === later.id)
      return trouble(problem('same-document', 'A document is not a version of itself.', 'Choose another document.'))
    const [before, same] = await Promise.all([read.where('documentVersions', 'laterId', later.id), read.get('documentVersions', input.id)])
    if (before.some((tie) => tie.earlierId === earlier.id && tie.id !== input.id))
      return trouble(
        problem(
          'version-known',
          `“${later.name}” is known as a later version of “${earlier.name}” already.`,
          'Open their comparison from either document.',
        ),
      )
    const chain = await Promise.all([
      read.where('documentVersions', 'earlierId', later.id),
      read.where('documentVersions', 'laterId', earlier.id),
    ])
    const ties = [...before, ...chain.flat()]
    if (versionPlaceOf(later.id, ties)?.later === earlier.id)
      return trouble(
        problem(
          'versions-turn',
          `“${earlier.name}” was said to be the later of the two.`,
          'Take that back first, then say which came earlier.',
        ),
      )
    return ok({
      changes: [put('documentVersions', { ...input, author: actor, at })],
      summary: same === undefined ? 'Named a later version of a document' : 'Changed which pages of two versions answer to each other',
    })
  },
})
