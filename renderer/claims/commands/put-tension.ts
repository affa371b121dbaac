import { type Tension, tensionSchema } from '@shared/claims/tension'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'

const { id, analysisId, kind, claimIds, settled } = tensionSchema.unwrap().shape

/** Writes down that claims pull against each other, changes what is said of it, or says how it was settled. */
export const putTension = defineCommand({
  name: 'put-tension',
  label: 'Tension between claims',
  input: record({
    id,
    analysisId,
    kind,
    claimIds: claimIds.refine((ids) => ids.length > 0, 'name the claims between which it stands'),
    text: z.string().trim().min(1, 'say what pulls against what'),
    settled,
  }),
  async decide(input, { read, at, actor }) {
    const there = new Map((await read.where('claims', 'analysisId', input.analysisId)).map((claim) => [claim.id, claim.number]))
    if (input.claimIds.some((claim) => !there.has(claim)))
      return trouble(
        problem('claim-gone', 'A claim of this tension is no longer in the analysis.', 'Choose among the claims that are there.'),
      )
    const before = await read.get('tensions', input.id)
    const tension: Tension = {
      ...input,
      claimIds: [...new Set(input.claimIds)],
      settled: input.settled.trim(),
      author: before?.author ?? actor,
      createdAt: before?.createdAt ?? at,
    }
    const between = tension.claimIds.map((claim) => there.get(claim)).join(', ')
    const did =
      before === undefined
        ? 'Noted a tension'
        : tension.settled !== '' && before.settled === ''
          ? 'Settled a tension'
          : tension.settled === '' && before.settled !== ''
            ? 'Opened a tension again'
            : 'Changed a tension'
    return ok({ changes: [put('tensions', tension)], summary: `${did}: ${between}` })
  },
})
