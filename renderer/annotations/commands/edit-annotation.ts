import { type Annotation, annotationSchema } from '@shared/annotations/annotation'
import { kindCounted, kindsFor } from '@shared/annotations/kinds'
import { withoutDoubles } from '@shared/annotations/tags'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { MARK_MISSING, NEEDS_WORDS } from './mark-problems'

const fields = annotationSchema.unwrap().shape

/**
 * Changes what the researcher decided about a mark: kind, comment, tags, exemption codes, the typed words of an area, which of its
 * passages it keeps and in which order. What is left out stays.
 */
export const editAnnotation = defineCommand({
  name: 'edit-annotation',
  label: 'Edit a mark',
  input: record({
    id: fields.id,
    kind: fields.kind.optional(),
    comment: fields.comment.optional(),
    tags: fields.tags.optional(),
    exemptionCodes: fields.exemptionCodes.optional(),
    /** The transcription of a mark whose words were typed. */
    typed: z.string().optional(),
    /** The passages that stay, by their places now, from 0, in their new order. */
    order: list(z.int().min(0)).optional(),
  }),
  async decide({ id, kind, comment, tags, exemptionCodes, typed, order }, { read }) {
    const before = await read.get('annotations', id)
    if (before === undefined) return trouble(MARK_MISSING)
    const ordered = order === undefined ? before.segments : inOrder(before, order)
    if (ordered === null)
      return trouble(problem('no-such-passage', 'The passages of this mark have changed meanwhile.', 'Open the mark again.'))
    const segments = typed === undefined ? ordered : withTypedWords(ordered, typed)
    if (segments === null) {
      return trouble(
        problem(
          'words-not-typed',
          'The words of this mark stand in the document and cannot be changed.',
          'Write a comment instead, or draw a box and type.',
        ),
      )
    }
    if (segments.every((segment) => segment.quote.trim() === '') && (await read.where('evidenceLinks', 'annotationId', id)).length > 0)
      return trouble(NEEDS_WORDS)
    if (kind !== undefined && kind !== before.kind && !kindsFor({ segments }).includes(kind)) {
      return trouble(
        problem(
          'kind-impossible',
          `This mark cannot become ${kindCounted(kind)}.`,
          'Marks on text and boxes can change among themselves; a note on a page stays one.',
        ),
      )
    }
    const after: Annotation = {
      ...before,
      segments,
      kind: kind ?? before.kind,
      comment: comment ?? before.comment,
      tags: tags === undefined ? before.tags : withoutDoubles(tags),
      exemptionCodes: exemptionCodes ?? before.exemptionCodes,
    }
    return ok({ changes: [put('annotations', after)], summary: summaryOf(before, after) })
  },
})

function summaryOf(before: Annotation, after: Annotation): string {
  const gone = before.segments.length - after.segments.length
  if (gone > 0) return `Took ${gone === 1 ? 'a passage' : `${gone} passages`} out of a mark`
  if (after.kind !== before.kind) return `Made ${kindCounted(before.kind)} ${kindCounted(after.kind)}`
  return `Edited ${before.kind === 'highlight' ? 'a mark' : kindCounted(before.kind)}`
}

function inOrder({ segments }: Annotation, order: readonly number[]): Annotation['segments'] | null {
  const kept = order.flatMap((at) => segments[at] ?? [])
  return kept.length === order.length && kept.length > 0 && new Set(order).size === order.length ? kept : null
}

function withTypedWords(segments: Annotation['segments'], typed: string): Annotation['segments'] | null {
  const [only, ...rest] = segments
  if (only === undefined || rest.length > 0 || only.textOrigin !== 'typed') return null
  return [{ ...only, quote: typed.trim() }]
}
