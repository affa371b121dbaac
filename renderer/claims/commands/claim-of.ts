import type { Claim, ClaimId } from '@shared/claims/claim'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { RecordReader } from '@shared/storage/command'

/** The claim that a command is about, or the trouble that it is gone. */
export async function claimOf(read: RecordReader, id: ClaimId): Promise<Outcome<Claim>> {
  const claim = await read.get('claims', id)
  if (claim === undefined)
    return trouble(problem('claim-gone', 'The claim is no longer in the library.', 'Undo the deletion, or choose another claim.'))
  return ok(claim)
}
