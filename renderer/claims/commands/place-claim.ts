import { claimIdSchema } from '@shared/claims/claim'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { claimOf } from './claim-of'
import { placedBefore } from './places'

/** Puts a claim before another one, or at the end of a section, wherever it stood. Its number stays, as it may be cited. */
export const placeClaim = defineCommand({
  name: 'place-claim',
  label: 'Move claim',
  input: record({ id: claimIdSchema, sectionId: z.string(), /** Null for the end of the section. */ before: claimIdSchema.nullable() }),
  async decide({ id, sectionId, before }, { read }) {
    const found = await claimOf(read, id)
    if (!found.ok) return found
    const claim = found.value
    const analysis = await read.get('analyses', claim.analysisId)
    const section = analysis?.sections.find((one) => one.id === sectionId)
    if (section === undefined)
      return trouble(problem('section-gone', 'The section is no longer in the analysis.', 'Choose another section.'))
    const claims = await read.where('claims', 'analysisId', claim.analysisId)
    const next = claims.find((other) => other.id === before)
    if (before !== null && next?.sectionId !== sectionId)
      return trouble(problem('place-gone', 'The claim before which it was to stand is no longer there.', 'Choose another place.'))
    if (before === id) return ok({ changes: [], summary: `Left ${claim.number} where it is` })
    return ok({
      changes: placedBefore(claims, claim, sectionId, before),
      summary: `Moved ${claim.number} ${next === undefined ? 'to the end' : `before ${next.number}`} of section ${section.number}`,
    })
  },
})
