import { evidenceLinkIdSchema } from '@shared/claims/evidence-link'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { removeChecksOf } from '../../claims/commands/checks-of-links'

/** Takes a link away with its checks; the mark and the claim stay. */
export const unlinkEvidence = defineCommand({
  name: 'unlink-evidence',
  label: 'Unlink a mark from a claim',
  input: record({ id: evidenceLinkIdSchema }),
  async decide({ id }, { read }) {
    const link = await read.get('evidenceLinks', id)
    if (link === undefined)
      return trouble(problem('link-missing', 'The link is no longer there.', 'It may have been removed already; undo brings it back.'))
    const claim = await read.get('claims', link.claimId)
    return ok({
      changes: [remove('evidenceLinks', id), ...(await removeChecksOf(read, [link]))],
      summary: `Unlinked a passage from ${claim?.number ?? 'a claim'}`,
    })
  },
})
