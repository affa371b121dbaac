import { annotationSchema, stateOf } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { MARK_MISSING } from './mark-problems'

const fields = annotationSchema.unwrap().shape

/**
 * Decides about an approximate match otherwise than by confirming it: takes over the words that stand on the page now (with who and
 * when), or says that it is not the passage, which makes it lost.
 */
export const settleApproximate = defineCommand({
  name: 'settle-approximate',
  label: 'Decide about an approximate match',
  /** The passages in the page's own words; null says that the likeness is not the passage. */
  input: record({ id: fields.id, segments: fields.segments.nullable() }),
  async decide({ id, segments }, { read, actor, at }) {
    const before = await read.get('annotations', id)
    if (before === undefined) return trouble(MARK_MISSING)
    if (stateOf(before) !== 'approximate')
      return trouble(
        problem('not-approximate', 'This mark is no approximate match any more.', 'Look at it again: it was decided about meanwhile.'),
      )
    if (segments === null) {
      const lost = before.segments.map((segment): Segment => (segment.state === 'approximate' ? { ...segment, state: 'lost' } : segment))
      return ok({
        changes: [put('annotations', { ...before, segments: lost, confirmed: null })],
        summary: 'Said that an approximate match is not the passage: it is lost',
      })
    }
    if (
      segments.length !== before.segments.length ||
      segments.some((segment) => segment.documentId !== before.documentId || segment.quote.trim() === '')
    ) {
      return trouble(problem('other-passages', 'These are not the passages of this mark.', 'Open the comparison again.'))
    }
    return ok({
      changes: [put('annotations', { ...before, segments, confirmed: { by: actor, at } })],
      summary: 'Took over the words of the page for an approximate match',
    })
  },
})
