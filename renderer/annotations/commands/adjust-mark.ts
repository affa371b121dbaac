import { type Annotation, annotationSchema, quotationOf, stateOf } from '@shared/annotations/annotation'
import { kindsFor } from '@shared/annotations/kinds'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { stampedSegments } from '../../stamps/stamped'
import { MARK_MISSING, NEEDS_WORDS } from './mark-problems'

const fields = annotationSchema.unwrap().shape

/**
 * Gives a mark other passages: its ends were moved, its box was drawn anew, a passage was added, or a lost one was marked again. Links to
 * claims stay. A confirmation of a likeness was about the words it had, so it goes with them.
 */
export const adjustMark = defineCommand({
  name: 'adjust-mark',
  label: 'Adjust a mark',
  input: record({ id: fields.id, segments: fields.segments }),
  async decide({ id, segments }, { read }) {
    const before = await read.get('annotations', id)
    if (before === undefined) return trouble(MARK_MISSING)
    if (segments.some((segment) => segment.documentId !== before.documentId)) {
      return trouble(problem('two-documents', 'The passage runs over two documents.', 'Mark each document on its own.'))
    }
    const after: Annotation = { ...before, segments: await stampedSegments(read, before.documentId, segments) }
    if (quotationOf(after).replace(/[ …]/g, '') === '' && (await read.where('evidenceLinks', 'annotationId', id)).length > 0)
      return trouble(NEEDS_WORDS)
    const same = quotationOf(before) === quotationOf(after) && stateOf(before) === stateOf(after)
    const kind = kindsFor(after).includes(before.kind) ? before.kind : (kindsFor(after)[0] ?? before.kind)
    return ok({
      changes: [put('annotations', { ...after, kind, confirmed: same ? before.confirmed : null })],
      summary: summaryOf(before, after),
    })
  },
})

function summaryOf(before: Annotation, after: Annotation): string {
  if (stateOf(before) === 'lost') return 'Marked a lost passage again'
  const more = after.segments.length - before.segments.length
  const kept = before.segments.every((segment, at) => JSON.stringify(segment) === JSON.stringify(after.segments[at]))
  return more > 0 && kept ? `Added ${more === 1 ? 'a passage' : `${more} passages`} to a mark` : 'Adjusted a mark'
}
