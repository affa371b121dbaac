import { analysisIdSchema } from '@shared/analyses/analysis'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { analysisOf } from './analysis-of'

/** Puts an analysis aside. All that belongs to it stays, and it can be undeleted at any time. */
export const deleteAnalysis = defineCommand({
  name: 'delete-analysis',
  label: 'Delete analysis',
  input: record({ id: analysisIdSchema }),
  async decide({ id }, { read, at }) {
    const found = await analysisOf(read, id)
    if (!found.ok) return found
    return ok({ changes: [put('analyses', { ...found.value, deletedAt: at })], summary: 'Deleted an analysis; it can be undeleted' })
  },
})
