import type { EvidenceLink } from '@shared/claims/evidence-link'
import { documentIdSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand, type RecordReader } from '@shared/storage/command'
import { searchesWithoutMarks } from '../../searches/commands/searches-without-marks'
import { type Change, put, remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { removeChecksOf } from '../../claims/commands/checks-of-links'
import { withoutMarks } from '../../annotations/commands/resting-on-marks'
import { cellsWithoutMarks } from '../../parity/commands/cells-without'
import { removeWhatHangsOn } from './hanging-on-document'

const inputSchema = record({
  id: documentIdSchema,
  /** Whether the marks in it, and what they are linked to, go as well. */
  withMarks: z.boolean(),
})

/** Takes a document out of the library. Its bytes stay in the vault, so that this can be undone. */
export const removeDocument = defineCommand<z.infer<typeof inputSchema>>({
  name: 'remove-document',
  label: 'Remove the document',
  input: inputSchema,
  async decide({ id, withMarks }, { read }) {
    const document = await read.get('documents', id)
    if (document === undefined)
      return trouble(problem('document-missing', 'The document to remove is no longer in the library.', 'Nothing needs to be done.'))
    const marks = await read.where('annotations', 'documentId', id)
    if (marks.length > 0 && !withMarks) {
      const number = marks.length === 1 ? 'a mark' : `${marks.length} marks`
      return trouble(
        problem(
          'document-has-marks',
          `“${document.name}” was not removed: it holds ${number}.`,
          'Remove the marks first, or choose to remove the document together with them.',
        ),
      )
    }
    const links = await linksOf(
      read,
      marks.map((mark) => mark.id),
    )
    const changes: Change[] = [
      ...links.map((link) => remove('evidenceLinks', link.id)),
      ...(await removeChecksOf(read, links)),
      ...marks.map((mark) => remove('annotations', mark.id)),
      ...(await withoutMarks(read, new Set(marks.map((mark) => mark.id)))),
      ...(await cellsWithoutMarks(
        read,
        marks.map((mark) => mark.id),
      )),
      ...(await searchesWithoutMarks(read, new Set(marks.map((mark) => mark.id)))),
      ...(await read.where('sources', 'documentIds', id)).map((source) =>
        put('sources', { ...source, documentIds: source.documentIds.filter((other) => other !== id) }),
      ),
      ...(await removeWhatHangsOn(read, id)),
      remove('documents', id),
    ]
    return ok({ changes, summary: marks.length === 0 ? 'Removed a document' : `Removed a document with ${marks.length} marks` })
  },
})

async function linksOf(read: RecordReader, marks: readonly string[]): Promise<readonly EvidenceLink[]> {
  const links = await Promise.all(marks.map((mark) => read.where('evidenceLinks', 'annotationId', mark)))
  return links.flat()
}
