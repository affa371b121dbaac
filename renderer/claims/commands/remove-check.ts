import { checkIdSchema, CHECK_WORDS } from '@shared/claims/check'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

/** Takes a check back: it counts as unchecked again. */
export const removeCheck = defineCommand({
  name: 'remove-check',
  label: 'Take a check back',
  input: record({ id: checkIdSchema }),
  async decide({ id }, { read }) {
    const check = await read.get('checks', id)
    if (check === undefined) return trouble(problem('check-gone', 'The check is no longer there.', 'Nothing needs to be done.'))
    const claim = await read.get('claims', check.claimId)
    return ok({ changes: [remove('checks', id)], summary: `Took back a check of ${claim?.number ?? 'a claim'} (${CHECK_WORDS[check.verdict]})` })
  },
})
