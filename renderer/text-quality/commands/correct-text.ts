import { textRangeSchema } from '@shared/annotations/segment'
import { documentIdSchema } from '@shared/documents/document'
import { READABLE_ORIGINS } from '@shared/documents/readable-origin'
import { textCorrectionIdSchema } from '@shared/documents/text-correction'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put, remove } from '@shared/storage/records'
import { pageIndexSchema, pageNumberOf } from '@shared/units/pages'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'

const inputSchema = record({
  id: textCorrectionIdSchema,
  documentId: documentIdSchema,
  pageIndex: pageIndexSchema,
  origin: z.enum(READABLE_ORIGINS),
  range: textRangeSchema,
  was: z.string().min(1),
  becomes: z.string(),
})

/** Puts over some words of a page's text what the page prints. The extracted text stays. An earlier correction of any of the words gives way. */
export const correctText = defineCommand<z.infer<typeof inputSchema>>({
  name: 'correct-text',
  label: 'Correct the text',
  input: inputSchema,
  async decide(input, { read, actor, at }) {
    const { documentId, pageIndex, origin, range, was, becomes } = input
    if ((await read.get('documents', documentId)) === undefined)
      return trouble(problem('document-missing', 'The document is no longer in the library.', 'Import the file again.'))
    if (becomes === was)
      return trouble(
        problem('no-correction', 'The correction says the same as the text.', 'Write what the page prints, or leave the text as it is.'),
      )
    const over = (await read.where('textCorrections', 'documentId', documentId)).filter(
      (other) => other.pageIndex === pageIndex && other.origin === origin && other.range.start < range.end && range.start < other.range.end,
    )
    return ok({
      changes: [...over.map((other) => remove('textCorrections', other.id)), put('textCorrections', { ...input, author: actor, at })],
      summary: `Corrected the text of page ${pageNumberOf(pageIndex)}`,
    })
  },
})
