import { annotationIdSchema } from '@shared/annotations/annotation'
import { RELATION_SIGNS } from '@shared/claims/evidence-link'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { checkLink, linkInputSchema } from './link-input'

/** Links a marked passage to a claim. */
export const linkEvidence = defineCommand({
  name: 'link-evidence',
  label: 'Link a mark to a claim',
  input: record({ annotationId: annotationIdSchema, link: linkInputSchema }),
  async decide({ annotationId, link }, context) {
    const annotation = await context.read.get('annotations', annotationId)
    if (annotation === undefined)
      return trouble(problem('mark-missing', 'The mark is no longer there.', 'It may have been deleted; undo brings it back.'))
    const checked = await checkLink({ ...link, annotationId, author: context.actor, createdAt: context.at }, annotation, context)
    if (!checked.ok) return checked
    return ok({
      changes: [put('evidenceLinks', checked.value.link)],
      summary: `Linked a passage to ${checked.value.claimNumber} (${RELATION_SIGNS[link.relation].word})`,
    })
  },
})
