import type { AnalysisId } from '@shared/analyses/analysis'
import { type ClaimId, claimSchema } from '@shared/claims/claim'
import type { Database } from '../storage/database'

/** Every number that an analysis ever gave to a claim, also to claims deleted since, from the custody log. */
export const claimNumbersGiven = async (db: Database, analysisId: AnalysisId): Promise<readonly string[]> => [
  ...(await claimsByNumber(db, analysisId)).keys(),
]

/** Which claim each of these numbers was given to last. */
export async function claimsByNumber(db: Database, analysisId: AnalysisId): Promise<ReadonlyMap<string, ClaimId>> {
  const numbers = new Map<string, ClaimId>()
  await db.custody
    .where('recordIds')
    .startsWith('claim_')
    .distinct()
    .each((line) => {
      for (const row of line.rows) {
        if (row.table !== 'claims') continue
        for (const side of [row.before, row.after]) {
          const claim = claimSchema.safeParse(side)
          if (claim.success && claim.data.analysisId === analysisId) numbers.set(claim.data.number, claim.data.id)
        }
      }
    })
  return numbers
}
