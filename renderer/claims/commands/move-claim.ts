import { claimIdSchema } from '@shared/claims/claim'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { claimOf } from './claim-of'

/** Moves a claim one place up or down within its section. */
export const moveClaim = defineCommand({
  name: 'move-claim',
  label: 'Move claim',
  input: record({ id: claimIdSchema, by: z.union([z.literal(-1), z.literal(1)]) }),
  async decide({ id, by }, { read }) {
    const found = await claimOf(read, id)
    if (!found.ok) return found
    const claim = found.value
    const section = (await read.where('claims', 'analysisId', claim.analysisId))
      .filter((other) => other.sectionId === claim.sectionId)
      .sort((a, b) => a.order - b.order || a.number.localeCompare(b.number, 'en', { numeric: true }))
    const from = section.findIndex((other) => other.id === id)
    const neighbour = section[from + by]
    if (neighbour === undefined) return trouble(problem('at-the-end', `${claim.number} is already the ${by < 0 ? 'first' : 'last'} of its section.`, 'Change its section to move it elsewhere.'))
    const reordered = section.filter((other) => other.id !== id)
    reordered.splice(from + by, 0, claim)
    const changes = reordered.flatMap((other, place) => (other.order === place + 1 ? [] : [put('claims', { ...other, order: place + 1 })]))
    return ok({ changes, summary: `Moved ${claim.number} ${by < 0 ? 'up' : 'down'}` })
  },
})
