import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { assessClaim } from '../claims/commands/assess-claim'
import { claimNumbered, enter, failed, type Seeding } from './seeding'

/** Enters the sample judgements of claims and of their readings. A claim that somebody judged meanwhile keeps that judgement. */
export async function putJudgements(seeding: Seeding): Promise<Outcome<null>> {
  for (const { claim: number, reading: label, ...judgement } of seeding.samples.judgements) {
    const claim = claimNumbered(seeding, number)
    if (!claim.ok) return claim
    const reading = label === null ? null : claim.value.readings.find((one) => one.label === label)
    if (reading === undefined) return trouble(failed(`A sample judgement names the reading “${label}”, which ${number} does not have.`))
    const readingId = reading?.id ?? null
    const judged = await seeding.workbench.db.where('assessments', 'claimId', claim.value.id)
    if (judged.some((one) => one.readingId === readingId)) continue
    const done = await enter(seeding, assessClaim, { claimId: claim.value.id, readingId, ...judgement })
    if (!done.ok) return done
  }
  return ok(null)
}
