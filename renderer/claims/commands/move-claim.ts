import { claimIdSchema } from '@shared/claims/claim'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { claimOf } from './claim-of'
import { inSection, placedBefore } from './places'

/** Moves a claim one place up or down; past the first or last place of its section it goes on into the next. Its number stays. */
export const moveClaim = defineCommand({
  name: 'move-claim',
  label: 'Move claim',
  input: record({ id: claimIdSchema, by: z.union([z.literal(-1), z.literal(1)]) }),
  async decide({ id, by }, { read }) {
    const found = await claimOf(read, id)
    if (!found.ok) return found
    const claim = found.value
    const analysis = await read.get('analyses', claim.analysisId)
    const claims = await read.where('claims', 'analysisId', claim.analysisId)
    const here = inSection(claims, claim.sectionId)
    const from = here.findIndex((other) => other.id === id)
    if (here[from + by] !== undefined) {
      const before = by < 0 ? here[from - 1] : here[from + 2]
      return ok({
        changes: placedBefore(claims, claim, claim.sectionId, before?.id ?? null),
        summary: `Moved ${claim.number} ${by < 0 ? 'up' : 'down'}`,
      })
    }
    const sections = (analysis?.sections ?? []).toSorted((a, b) => a.number - b.number)
    const next = sections[sections.findIndex((section) => section.id === claim.sectionId) + by]
    if (next === undefined)
      return trouble(
        problem('at-the-end', `${claim.number} is already the ${by < 0 ? 'first' : 'last'} of the analysis.`, 'Nothing needs to be done.'),
      )
    const before = by < 0 ? null : (inSection(claims, next.id)[0]?.id ?? null)
    return ok({ changes: placedBefore(claims, claim, next.id, before), summary: `Moved ${claim.number} to section ${next.number}` })
  },
})
