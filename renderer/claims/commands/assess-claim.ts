import { ASSESSMENT_STATUSES, ASSESSMENT_WORDS, CONFIDENCES } from '@shared/claims/assessment'
import { claimIdSchema } from '@shared/claims/claim'
import { readingIdSchema } from '@shared/claims/reading'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { derivedId } from '@shared/units/derived-id'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { NO_RECORDS_TAG } from '@shared/claims/absence'
import { claimOf } from './claim-of'
import { isSearched } from './is-searched'

const input = record({
  claimId: claimIdSchema,
  /** The reading that is judged; null for the claim as a whole. */
  readingId: readingIdSchema.nullable(),
  status: z.enum(ASSESSMENT_STATUSES),
  confidence: z.enum(CONFIDENCES).nullable(),
  reasoning: z.string(),
})

/** Writes down the researcher's judgement of a claim, or of one reading of it. A claim keeps one for each; the log keeps the earlier ones. */
export const assessClaim = defineCommand({
  name: 'assess-claim',
  label: 'Assess claim',
  input,
  async decide({ claimId, readingId, ...judgement }, { read, at, actor }) {
    const found = await claimOf(read, claimId)
    if (!found.ok) return found
    const claim = found.value
    const reading = claim.readings.find((one) => one.id === readingId)
    if (readingId !== null && reading === undefined)
      return trouble(problem('reading-gone', `The reading is no longer among those of ${claim.number}.`, 'Choose another reading.'))
    if (claim.kind === 'absence' && judgement.status === 'supported' && !(await isSearched(read, claimId))) {
      const remedy = `Record a search that looked for it and did not find it, or tag the linked passage of a no-records letter “${NO_RECORDS_TAG}”.`
      return trouble(
        problem(
          'absence-unsearched',
          `${claim.number} claims an absence: that nothing was found shows something only where somebody looked.`,
          remedy,
        ),
      )
    }
    const earlier = (await read.where('assessments', 'claimId', claimId)).find((assessment) => assessment.readingId === readingId)
    const id = earlier?.id ?? derivedId('assessment', claimId, readingId ?? 'overall')
    const assessment = { id, analysisId: claim.analysisId, claimId, readingId, ...judgement, author: actor, at }
    return ok({
      changes: [put('assessments', assessment)],
      summary: `Assessed ${claim.number}${reading ? ' on one reading' : ''} as ${ASSESSMENT_WORDS[judgement.status]}`,
    })
  },
})
