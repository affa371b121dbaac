import { analysisIdSchema } from '@shared/analyses/analysis'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { derivedId } from '@shared/units/derived-id'
import { record } from '@shared/units/strict-schema'
import { analysisOf } from './analysis-of'

/**
 * Makes records of the tensions that an analysis of an earlier library holds inside itself. Their identifiers follow from the old ones, so
 * that doing it again changes nothing. A claim that is named but gone is no longer named.
 */
export const moveTensions = defineCommand({
  name: 'move-tensions',
  label: 'Move tensions to records of their own',
  input: record({ id: analysisIdSchema }),
  async decide({ id }, { read, at, actor }) {
    const found = await analysisOf(read, id)
    if (!found.ok) return found
    const { tensions = [], ...analysis } = found.value
    const claims = await read.where('claims', 'analysisId', id)
    const there = new Set((await read.where('tensions', 'analysisId', id)).map((tension) => tension.id))
    const records = tensions.flatMap((old) => {
      const tensionId = derivedId('tension', id, old.id)
      if (there.has(tensionId)) return []
      const claimIds = claims.filter((claim) => old.claimNumbers.includes(claim.number)).map((claim) => claim.id)
      return [
        put('tensions', {
          id: tensionId,
          analysisId: id,
          kind: 'other',
          claimIds,
          text: old.text,
          settled: '',
          author: actor,
          createdAt: at,
        }),
      ]
    })
    return ok({
      changes: [put('analyses', analysis), ...records],
      summary: `Moved ${tensions.length === 1 ? 'a tension' : `${tensions.length} tensions`} of an analysis to ${tensions.length === 1 ? 'a record of its own' : 'records of their own'}`,
    })
  },
})
