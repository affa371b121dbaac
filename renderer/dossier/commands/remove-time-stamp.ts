import { analysisIdSchema } from '@shared/analyses/analysis'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { analysisOf } from '../../analyses/commands/analysis-of'

/** Takes a time stamp out of an analysis, by its place among them from 0. */
export const removeTimeStamp = defineCommand({
  name: 'remove-time-stamp',
  label: 'Remove time stamp',
  input: record({ id: analysisIdSchema, at: z.int().min(0) }),
  async decide({ id, at }, { read }) {
    const found = await analysisOf(read, id)
    if (!found.ok) return found
    const { timeStamps = [], ...analysis } = found.value
    const removed = timeStamps[at]
    if (removed === undefined) return trouble(problem('no-time-stamp', 'This time stamp is no longer there.', 'Look at the list again.'))
    const left = timeStamps.toSpliced(at, 1)
    return ok({
      changes: [put('analyses', { ...analysis, ...(left.length === 0 ? {} : { timeStamps: left }) })],
      summary: `Removed the time stamp “${removed.name}”`,
    })
  },
})
