import { type Claim, claimIdSchema } from '@shared/claims/claim'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put, remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { cellsWithoutClaim } from '../../parity/commands/cells-without'
import { claimOf } from './claim-of'

/**
 * Deletes a claim with its assessments, checks and evidence links. The passages stay marked, search notes stay in the analysis,
 * other claims no longer rest on it or name it as where they came from, what was merged into it stands on its own again, a tension
 * is told without it or goes, and its number is never given again.
 */
export const deleteClaim = defineCommand({
  name: 'delete-claim',
  label: 'Delete claim',
  input: record({ id: claimIdSchema }),
  async decide({ id }, { read }) {
    const found = await claimOf(read, id)
    if (!found.ok) return found
    const [assessments, links, notes] = [
      await read.where('assessments', 'claimId', id),
      await read.where('evidenceLinks', 'claimId', id),
      await read.where('searchNotes', 'claimIds', id),
    ]
    const [checks, tensions] = [await read.where('checks', 'claimId', id), await read.where('tensions', 'claimIds', id)]
    const { number } = found.value
    const naming = (await read.where('claims', 'analysisId', found.value.analysisId)).filter(
      (claim) => claim.id !== id && (claim.dependsOn.includes(number) || claim.splitFrom === number || claim.mergedInto === number),
    )
    const changes = [
      remove('claims', id),
      ...naming.map((claim) => put('claims', withoutNumber(claim, number))),
      ...assessments.map((assessment) => remove('assessments', assessment.id)),
      ...links.map((link) => remove('evidenceLinks', link.id)),
      ...checks.map((check) => remove('checks', check.id)),
      ...tensions.map((tension) => {
        const claimIds = tension.claimIds.filter((other) => other !== id)
        return claimIds.length === 0 ? remove('tensions', tension.id) : put('tensions', { ...tension, claimIds })
      }),
      ...notes.map((note) => put('searchNotes', { ...note, claimIds: note.claimIds.filter((other) => other !== id) })),
      ...(await cellsWithoutClaim(read, found.value)),
    ]
    const evidence = links.length === 0 ? '' : ` with ${links.length} ${links.length === 1 ? 'link' : 'links'} to evidence`
    return ok({ changes, summary: `Deleted ${number}${evidence}` })
  },
})

/** A claim that no longer names the number. */
function withoutNumber({ splitFrom, mergedInto, ...claim }: Claim, number: string): Claim {
  return {
    ...claim,
    dependsOn: claim.dependsOn.filter((one) => one !== number),
    ...(splitFrom === undefined || splitFrom === number ? {} : { splitFrom }),
    ...(mergedInto === undefined || mergedInto === number ? {} : { mergedInto }),
  }
}
