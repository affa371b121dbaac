import { type Annotation, annotationSchema } from '@shared/annotations/annotation'
import { counted } from '@shared/dossier/words'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { stampedSegments } from '../../stamps/stamped'

const fields = annotationSchema.unwrap().shape

/** Takes in notes that others made in another program. Who made them, there and when, stays with them; who took them in stands in the custody log. */
export const takeInNotes = defineCommand({
  name: 'take-in-notes',
  label: 'Take in notes of others',
  input: record({
    /** What the notes came as, for the log: `Hypothesis`. */
    format: z.string(),
    marks: list(
      record({
        id: fields.id,
        documentId: fields.documentId,
        kind: fields.kind,
        segments: fields.segments,
        comment: fields.comment,
        tags: fields.tags,
        exemptionCodes: fields.exemptionCodes,
        author: fields.author,
        pdfOrigin: fields.pdfOrigin.unwrap(),
      }),
    ),
  }),
  async decide({ format, marks }, { at, actor, read }) {
    const changes: Change[] = []
    const there = new Map<string, Set<string>>()
    for (const mark of marks) {
      const { documentId } = mark
      if ((await read.get('documents', documentId)) === undefined)
        return trouble(
          problem(
            'document-missing',
            'A document that the notes are about is no longer in the library.',
            'Choose another document, or import it again.',
          ),
        )
      const known =
        there.get(documentId) ??
        new Set((await read.where('annotations', 'documentId', documentId)).flatMap((one) => one.pdfOrigin?.reference ?? []))
      there.set(documentId, known)
      const already = known.has(mark.pdfOrigin.reference) || (await read.get('annotations', mark.id)) !== undefined
      if (already || mark.segments.some((segment) => segment.documentId !== documentId)) continue
      known.add(mark.pdfOrigin.reference)
      const taken: Annotation = {
        ...mark,
        segments: await stampedSegments(read, documentId, mark.segments),
        author: mark.author === '' ? actor : mark.author,
        createdAt: at,
        confirmed: null,
      }
      changes.push(put('annotations', taken))
    }
    if (changes.length === 0)
      return trouble(problem('taken-in-already', 'These notes were taken in already.', 'They stand in the list of marks.'))
    return ok({ changes, summary: `Took in ${counted(changes.length, 'note')} from ${format}` })
  },
})
