import { documentIdSchema } from '@shared/documents/document'
import { recognitionId } from '@shared/documents/recognition'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { pageIndexSchema } from '@shared/units/pages'
import { list, record } from '@shared/units/strict-schema'

/** Takes the recognised text of some pages away. Refused while marks rest on it: their quotations could no longer be checked. */
export const removeRecognitions = defineCommand({
  name: 'remove-recognitions',
  label: 'Remove recognised text',
  input: record({ documentId: documentIdSchema, pages: list(pageIndexSchema) }),
  async decide({ documentId, pages }, { read }) {
    const wanted = new Set<number>(pages)
    const marks = (await read.where('annotations', 'documentId', documentId)).filter((mark) => mark.segments.some((segment) => segment.textOrigin === 'ocr' && wanted.has(segment.pageIndex)))
    if (marks.length > 0) return trouble(problem('recognition-has-marks', `The recognised text was not removed: ${marks.length === 1 ? 'a mark rests' : `${marks.length} marks rest`} on it.`, 'Delete those marks first, or recognise the pages again, which replaces the text.'))
    const known = (await Promise.all(pages.map((page) => read.get('recognitions', recognitionId(documentId, page))))).filter((recognition) => recognition !== undefined)
    if (known.length === 0) return trouble(problem('no-recognition', 'No text was recognised on these pages.', 'Nothing needs to be done.'))
    return ok({ changes: known.map(({ id }) => remove('recognitions', id)), summary: `Removed the recognised text of ${known.length === 1 ? 'a page' : `${known.length} pages`}` })
  },
})
