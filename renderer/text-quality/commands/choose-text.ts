import { documentIdSchema } from '@shared/documents/document'
import { READABLE_ORIGINS } from '@shared/documents/readable-origin'
import { textChoiceIdSchema } from '@shared/documents/text-choice'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put, remove } from '@shared/storage/records'
import { pageIndexSchema, pageNumberOf } from '@shared/units/pages'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'

const inputSchema = record({
  id: textChoiceIdSchema,
  documentId: documentIdSchema,
  from: pageIndexSchema,
  to: pageIndexSchema,
  use: z.enum(READABLE_ORIGINS),
})
const WORDS = { embedded: 'the text layer', ocr: 'recognised text' } as const

/** Says which text of some pages is read and quoted. Choices that it covers whole are dropped; the log keeps them. */
export const chooseText = defineCommand<z.infer<typeof inputSchema>>({
  name: 'choose-text',
  label: 'Choose which text of a page is quoted',
  input: inputSchema,
  async decide(input, { read, actor, at }) {
    const { documentId, from, to, use } = input
    const document = await read.get('documents', documentId)
    if (document === undefined)
      return trouble(problem('document-missing', 'The document is no longer in the library.', 'Import the file again.'))
    if (from > to || to >= document.pageCount)
      return trouble(
        problem('no-such-pages', `“${document.name}” has ${document.pageCount} pages; these are others.`, 'Choose pages of the document.'),
      )
    const covered = (await read.where('textChoices', 'documentId', documentId)).filter((choice) => from <= choice.from && choice.to <= to)
    const pages = from === to ? `page ${pageNumberOf(from)}` : `pages ${pageNumberOf(from)} to ${pageNumberOf(to)}`
    return ok({
      changes: [...covered.map((choice) => remove('textChoices', choice.id)), put('textChoices', { ...input, author: actor, at })],
      summary: `Chose ${WORDS[use]} for ${pages}`,
    })
  },
})
