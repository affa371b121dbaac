import type { AnalysisId } from '@shared/analyses/analysis'
import { claimSchema } from '@shared/claims/claim'
import type { Database } from '../storage/database'

/** Every number that an analysis ever gave to a claim, also to claims deleted since, from the custody log. */
export async function claimNumbersGiven(db: Database, analysisId: AnalysisId): Promise<readonly string[]> {
  const numbers = new Set<string>()
  await db.custody
    .where('recordIds')
    .startsWith('claim_')
    .distinct()
    .each((line) => {
      for (const row of line.rows) {
        if (row.table !== 'claims') continue
        for (const side of [row.before, row.after]) {
          const claim = claimSchema.safeParse(side)
          if (claim.success && claim.data.analysisId === analysisId) numbers.add(claim.data.number)
        }
      }
    })
  return [...numbers]
}
