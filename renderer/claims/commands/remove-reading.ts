import { claimIdSchema } from '@shared/claims/claim'
import { readingIdSchema } from '@shared/claims/reading'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put, remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { removeChecksOf } from './checks-of-links'
import { claimOf } from './claim-of'

const input = record({
  claimId: claimIdSchema,
  readingId: readingIdSchema,
  /** What becomes of links that bear on this reading alone: they go, or they bear on the claim as a whole. */
  links: z.enum(['unlink', 'whole-claim']),
})

/** Takes a reading away, with its assessment. Links that also bear on other readings keep those. */
export const removeReading = defineCommand({
  name: 'remove-reading',
  label: 'Remove reading',
  input,
  async decide({ claimId, readingId, links }, { read }) {
    const found = await claimOf(read, claimId)
    if (!found.ok) return found
    const claim = found.value
    if (!claim.readings.some((reading) => reading.id === readingId))
      return trouble(problem('reading-gone', `The reading is no longer among those of ${claim.number}.`, 'Nothing needs to be done.'))
    const assessments = (await read.where('assessments', 'claimId', claimId)).filter((assessment) => assessment.readingId === readingId)
    const bearing = (await read.where('evidenceLinks', 'claimId', claimId)).filter((link) => link.readingIds.includes(readingId))
    const goes = links === 'unlink' ? bearing.filter((link) => link.readingIds.every((one) => one === readingId)) : []
    const changes = [
      put('claims', { ...claim, readings: claim.readings.filter((reading) => reading.id !== readingId) }),
      ...assessments.map((assessment) => remove('assessments', assessment.id)),
      ...(await removeChecksOf(read, goes)),
      ...bearing.map((link) => {
        const rest = link.readingIds.filter((id) => id !== readingId)
        return rest.length === 0 && links === 'unlink'
          ? remove('evidenceLinks', link.id)
          : put('evidenceLinks', { ...link, readingIds: rest })
      }),
    ]
    return ok({ changes, summary: `Removed a reading of ${claim.number}` })
  },
})
