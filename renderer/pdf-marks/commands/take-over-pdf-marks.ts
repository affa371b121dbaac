import { type Annotation, annotationSchema } from '@shared/annotations/annotation'
import { counted } from '@shared/dossier/words'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { stampedSegments } from '../../stamps/stamped'

const fields = annotationSchema.unwrap().shape

/** Takes over marks that stand in a PDF already. Who made them stays with them; who took them over stands in the custody log. */
export const takeOverPdfMarks = defineCommand({
  name: 'take-over-pdf-marks',
  label: 'Take over marks of the file',
  input: record({
    documentId: fields.documentId,
    marks: list(
      record({
        id: fields.id,
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
  async decide({ documentId, marks }, { at, actor, read }) {
    if ((await read.get('documents', documentId)) === undefined)
      return trouble(
        problem('document-missing', 'The document is no longer in the library.', 'Import it again; its marks can be taken over then.'),
      )
    const there = new Set((await read.where('annotations', 'documentId', documentId)).flatMap((mark) => mark.pdfOrigin?.reference ?? []))
    const changes: Change[] = []
    for (const mark of marks) {
      if (there.has(mark.pdfOrigin.reference) || mark.segments.some((segment) => segment.documentId !== documentId)) continue
      const taken: Annotation = {
        ...mark,
        documentId,
        segments: await stampedSegments(read, documentId, mark.segments),
        author: mark.author === '' ? actor : mark.author,
        createdAt: at,
        confirmed: null,
      }
      changes.push(put('annotations', taken))
    }
    if (changes.length === 0)
      return trouble(problem('taken-over-already', 'These marks were taken over already.', 'They stand in the list of marks.'))
    return ok({ changes, summary: `Took over ${counted(changes.length, 'mark')} that stood in the PDF` })
  },
})
