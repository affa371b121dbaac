import { claimIdSchema } from '@shared/claims/claim'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put, remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { cellsWithoutClaim } from '../../parity/commands/cells-without'
import { claimOf } from './claim-of'

/**
 * Deletes a claim with its assessments and evidence links. The passages stay marked, search notes stay in the analysis,
 * other claims no longer rest on it, and its number is never given again.
 */
export const deleteClaim = defineCommand({
  name: 'delete-claim',
  label: 'Delete claim',
  input: record({ id: claimIdSchema }),
  async decide({ id }, { read }) {
    const found = await claimOf(read, id)
    if (!found.ok) return found
    const [assessments, links, notes] = [await read.where('assessments', 'claimId', id), await read.where('evidenceLinks', 'claimId', id), await read.where('searchNotes', 'claimIds', id)]
    const resting = (await read.where('claims', 'analysisId', found.value.analysisId)).filter((claim) => claim.dependsOn.includes(found.value.number))
    const changes = [
      remove('claims', id),
      ...resting.map((claim) => put('claims', { ...claim, dependsOn: claim.dependsOn.filter((number) => number !== found.value.number) })),
      ...assessments.map((assessment) => remove('assessments', assessment.id)),
      ...links.map((link) => remove('evidenceLinks', link.id)),
      ...notes.map((note) => put('searchNotes', { ...note, claimIds: note.claimIds.filter((other) => other !== id) })),
      ...(await cellsWithoutClaim(read, found.value)),
    ]
    const evidence = links.length === 0 ? '' : ` with ${links.length} ${links.length === 1 ? 'link' : 'links'} to evidence`
    return ok({ changes, summary: `Deleted ${found.value.number}${evidence}` })
  },
})
