import { type Annotation, type AnnotationId, annotationSchema } from '@shared/annotations/annotation'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { CommandContext } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import type { z } from 'zod'
import { stampedSegments } from '../../stamps/stamped'

const fields = annotationSchema.unwrap().shape

/** A passage that is marked in the same breath as something is made to rest on it. */
export const newMarkSchema = record({ id: fields.id, documentId: fields.documentId, segments: fields.segments })
export type NewMark = z.infer<typeof newMarkSchema>

/**
 * Makes sure that marks are there for something to rest on. Answers the change that makes the new one, where there is one.
 * @param ids marks that have to be there; the new one may be among them
 */
export async function marksToRestOn(
  ids: readonly AnnotationId[],
  mark: NewMark | null,
  { read, actor, at }: CommandContext,
): Promise<Outcome<readonly Change[]>> {
  for (const id of ids) {
    if (id !== mark?.id && (await read.get('annotations', id)) === undefined)
      return trouble(problem('mark-missing', 'The passage is no longer marked.', 'Choose another passage, or undo its deletion.'))
  }
  if (mark === null) return ok([])
  if ((await read.get('documents', mark.documentId)) === undefined)
    return trouble(problem('document-missing', 'The document is no longer in the library.', 'Import it again; its marks can be made then.'))
  if (mark.segments.some((segment) => segment.documentId !== mark.documentId))
    return trouble(problem('two-documents', 'The passage runs over two documents.', 'Mark each document on its own.'))
  const annotation: Annotation = {
    ...mark,
    segments: await stampedSegments(read, mark.documentId, mark.segments),
    kind: 'highlight',
    comment: '',
    tags: [],
    exemptionCodes: [],
    author: actor,
    createdAt: at,
    confirmed: null,
  }
  return ok([put('annotations', annotation)])
}
