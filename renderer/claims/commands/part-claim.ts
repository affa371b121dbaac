import { claimIdSchema } from '@shared/claims/claim'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { claimOf } from './claim-of'

/** Makes a merged claim one of its own again, as it is worded. The evidence that the other took over stays there. */
export const partClaim = defineCommand({
  name: 'part-claim',
  label: 'Part a merged claim',
  input: record({ id: claimIdSchema }),
  async decide({ id }, { read }) {
    const found = await claimOf(read, id)
    if (!found.ok) return found
    const { mergedInto, ...claim } = found.value
    if (mergedInto === undefined)
      return trouble(problem('claim-not-merged', `${claim.number} stands on its own.`, 'Nothing needs to be done.'))
    return ok({ changes: [put('claims', claim)], summary: `Parted ${claim.number} from ${mergedInto}` })
  },
})
