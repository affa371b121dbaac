import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { assessClaim } from '../claims/commands/assess-claim'
import { type Step, step } from './in-one-step'
import { claimNumbered, failed, type Seeding } from './seeding'

/** The sample judgements of claims and of their readings. */
export function judgementsOf(seeding: Seeding): Outcome<readonly Step[]> {
  const steps: Step[] = []
  for (const { claim: number, reading: label, ...judgement } of seeding.samples.judgements) {
    const claim = claimNumbered(seeding, number)
    if (!claim.ok) return claim
    const reading = label === null ? null : claim.value.readings.find((one) => one.label === label)
    if (reading === undefined) return trouble(failed(`A sample judgement names the reading “${label}”, which ${number} does not have.`))
    steps.push(step(assessClaim, { claimId: claim.value.id, readingId: reading?.id ?? null, ...judgement }))
  }
  return ok(steps)
}
