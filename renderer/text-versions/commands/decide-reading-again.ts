import { proposalDecisionIdSchema } from '@shared/documents/proposal-decision'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { pageNumberOf } from '@shared/units/pages'
import { record } from '@shared/units/strict-schema'

/** Takes back that the words as first read stand, however long ago it was said, so that the place is to be decided again. */
export const decideReadingAgain = defineCommand({
  name: 'decide-reading-again',
  label: 'Decide again which words stand',
  input: record({ id: proposalDecisionIdSchema }),
  async decide({ id }, { read }) {
    const decision = await read.get('proposalDecisions', id)
    if (decision === undefined || decision.kind !== 'reading')
      return trouble(problem('decision-missing', 'The decision is no longer there.', 'Nothing needs to be done.'))
    return ok({
      changes: [remove('proposalDecisions', id)],
      summary: `Asked again which words stand${decision.pageIndex === null ? '' : ` on page ${pageNumberOf(decision.pageIndex)}`}`,
    })
  },
})
