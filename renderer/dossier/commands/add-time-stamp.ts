import { analysisIdSchema } from '@shared/analyses/analysis'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { addedStampSchema, bytesOfStamp } from '@shared/time-stamps/added-stamp'
import { readTimeStamp } from '@shared/time-stamps/read-time-stamp'
import { stampWords } from '@shared/time-stamps/what-it-covers'
import { record } from '@shared/units/strict-schema'
import { analysisOf } from '../../analyses/commands/analysis-of'

const { name, data } = addedStampSchema.unwrap().shape

/** Keeps a time stamp with an analysis; it goes out with its bundles. */
export const addTimeStamp = defineCommand({
  name: 'add-time-stamp',
  label: 'Add time stamp',
  input: record({ id: analysisIdSchema, name, data }),
  async decide({ id, ...given }, { read, at, actor }) {
    const stamp = readTimeStamp(bytesOfStamp(given), given.name)
    if (!stamp.ok) return stamp
    const found = await analysisOf(read, id)
    if (!found.ok) return found
    return ok({
      changes: [put('analyses', { ...found.value, timeStamps: [...(found.value.timeStamps ?? []), { ...given, by: actor, at }] })],
      summary: `Added a time stamp: ${stampWords(stamp.value)}`,
    })
  },
})
