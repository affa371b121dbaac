import { analysisIdSchema } from '@shared/analyses/analysis'
import { claimIdSchema } from '@shared/claims/claim'
import { type EvidenceLink, evidenceLinkIdSchema, evidenceLinkSchema } from '@shared/claims/evidence-link'
import { type Annotation, quotationOf } from '@shared/annotations/annotation'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { CommandContext } from '@shared/storage/command'
import { record } from '@shared/units/strict-schema'

const fields = evidenceLinkSchema.unwrap().shape

/** What the researcher decides about a link; who and when are added by the command. */
export const linkInputSchema = record({
  id: evidenceLinkIdSchema,
  analysisId: analysisIdSchema,
  claimId: claimIdSchema,
  relation: fields.relation,
  readingIds: fields.readingIds,
  strength: fields.strength,
  note: fields.note,
})

/** A link that may be written, with the number of its claim. */
type CheckedLink = { readonly link: EvidenceLink; readonly claimNumber: string }

/**
 * Checks what every link has to satisfy: the claim is there and belongs to the analysis, its readings are the claim's, the
 * passage has words to cite, and the same passage does not bear on the same claim in the same way twice.
 */
export async function checkLink(link: EvidenceLink, annotation: Annotation, { read }: CommandContext): Promise<Outcome<CheckedLink>> {
  const claim = await read.get('claims', link.claimId)
  if (claim === undefined || claim.analysisId !== link.analysisId) {
    return trouble(problem('claim-missing', 'The claim is no longer in this analysis.', 'Choose another claim.'))
  }
  if (quotationOf(annotation).trim() === '') {
    return trouble(
      problem('no-words', `The ${annotation.kind} has no words, so ${claim.number} could not cite it.`, 'Type what stands in it first.'),
    )
  }
  const known = new Set(claim.readings.map((reading) => reading.id))
  if (link.readingIds.some((id) => !known.has(id))) {
    return trouble(problem('reading-missing', `${claim.number} no longer has this reading.`, 'Choose the readings again.'))
  }
  const others = await read.where('evidenceLinks', 'annotationId', link.annotationId)
  const same = others.some((other) => other.id !== link.id && other.claimId === link.claimId && other.relation === link.relation)
  if (same)
    return trouble(
      problem('linked-already', `This passage is linked to ${claim.number} in this way already.`, 'Choose another claim or relation.'),
    )
  return ok({ link, claimNumber: claim.number })
}
