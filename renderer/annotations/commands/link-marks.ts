import { annotationIdSchema } from '@shared/annotations/annotation'
import { evidenceLinkIdSchema, RELATION_SIGNS } from '@shared/claims/evidence-link'
import { counted } from '@shared/dossier/words'
import { ok, type Problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { checkLink, linkInputSchema } from './link-input'
import { MARK_MISSING } from './mark-problems'

const { id: _each, ...shared } = linkInputSchema.unwrap().shape

/** Links many marks to one claim in one way. Those linked so already, and those without words, stay as they are and are counted. */
export const linkMarks = defineCommand({
  name: 'link-marks',
  label: 'Link marks to a claim',
  input: record({ marks: list(record({ annotationId: annotationIdSchema, linkId: evidenceLinkIdSchema })), link: record(shared) }),
  async decide({ marks, link }, context) {
    const changes: Change[] = []
    let number = ''
    let refused: Problem | null = null
    let left = 0
    for (const { annotationId, linkId } of marks) {
      const annotation = await context.read.get('annotations', annotationId)
      const checked =
        annotation === undefined
          ? trouble(MARK_MISSING)
          : await checkLink({ ...link, id: linkId, annotationId, author: context.actor, createdAt: context.at }, annotation, context)
      if (checked.ok) {
        number = checked.value.claimNumber
        changes.push(put('evidenceLinks', checked.value.link))
      } else {
        refused ??= checked.problem
        left += 1
      }
    }
    if (changes.length === 0) return trouble(refused ?? MARK_MISSING)
    return ok({
      changes,
      summary: `Linked ${counted(changes.length, 'passage')} to ${number} (${RELATION_SIGNS[link.relation].word})${left > 0 ? `; ${counted(left, 'mark')} could not be` : ''}`,
    })
  },
})
