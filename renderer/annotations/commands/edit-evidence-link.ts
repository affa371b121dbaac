import { type EvidenceLink, evidenceLinkSchema, RELATION_SIGNS } from '@shared/claims/evidence-link'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { removeChecksOf } from '../../claims/commands/checks-of-links'
import { checkLink } from './link-input'

const fields = evidenceLinkSchema.unwrap().shape

/** Changes how a passage bears on a claim, or the claim it bears on. What is left out stays; another claim clears the readings. */
export const editEvidenceLink = defineCommand({
  name: 'edit-evidence-link',
  label: 'Change a link',
  input: record({
    id: fields.id,
    claimId: fields.claimId.optional(),
    relation: fields.relation.optional(),
    readingIds: fields.readingIds.optional(),
    strength: fields.strength.optional(),
    note: fields.note.optional(),
  }),
  async decide({ id, claimId, relation, readingIds, strength, note }, context) {
    const before = await context.read.get('evidenceLinks', id)
    const annotation = before && (await context.read.get('annotations', before.annotationId))
    if (before === undefined || annotation === undefined) {
      return trouble(problem('link-missing', 'The link is no longer there.', 'It may have been removed; undo brings it back.'))
    }
    const moved = claimId !== undefined && claimId !== before.claimId
    const after: EvidenceLink = {
      ...before,
      claimId: claimId ?? before.claimId,
      relation: relation ?? before.relation,
      readingIds: readingIds ?? (moved ? [] : before.readingIds),
      strength: strength === undefined ? before.strength : strength,
      note: note ?? before.note,
    }
    const checked = await checkLink(after, annotation, context)
    if (!checked.ok) return checked
    return ok({
      // A check was of the passage with the other claim.
      changes: [put('evidenceLinks', checked.value.link), ...(moved ? await removeChecksOf(context.read, [before]) : [])],
      summary: `Changed a link to ${checked.value.claimNumber} (${RELATION_SIGNS[after.relation].word})`,
    })
  },
})
