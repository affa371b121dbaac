import { type Annotation, annotationSchema } from '@shared/annotations/annotation'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'

const fields = annotationSchema.unwrap().shape

/** Changes what the researcher wrote at a mark: comment, exemption codes, or the typed words of an area. What is left out stays. */
export const editAnnotation = defineCommand({
  name: 'edit-annotation',
  label: 'Edit a mark',
  input: record({
    id: fields.id,
    comment: fields.comment.optional(),
    exemptionCodes: fields.exemptionCodes.optional(),
    /** The transcription of a mark whose words were typed. */
    typed: z.string().optional(),
  }),
  async decide({ id, comment, exemptionCodes, typed }, { read }) {
    const before = await read.get('annotations', id)
    if (before === undefined) return trouble(problem('mark-missing', 'The mark is no longer there.', 'It may have been deleted; undo brings it back.'))
    const segments = typed === undefined ? before.segments : withTypedWords(before, typed)
    if (segments === null) {
      return trouble(problem('words-not-typed', 'The words of this mark stand in the document and cannot be changed.', 'Write a comment instead, or draw a box and type.'))
    }
    if (typed !== undefined && typed.trim() === '' && (await read.where('evidenceLinks', 'annotationId', id)).length > 0) {
      return trouble(problem('no-words', 'A claim cites this box, so it needs its words.', 'Unlink it first, or keep the transcription.'))
    }
    const after: Annotation = { ...before, segments, comment: comment ?? before.comment, exemptionCodes: exemptionCodes ?? before.exemptionCodes }
    return ok({ changes: [put('annotations', after)], summary: `Edited a ${before.kind === 'highlight' ? 'mark' : before.kind}` })
  },
})

function withTypedWords(annotation: Annotation, typed: string): Annotation['segments'] | null {
  const [only, ...rest] = annotation.segments
  if (only === undefined || rest.length > 0 || only.textOrigin !== 'typed') return null
  return [{ ...only, quote: typed.trim() }]
}
