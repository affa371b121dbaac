import { analysisIdSchema } from '@shared/analyses/analysis'
import { ok } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { analysisOf } from './analysis-of'

/** Brings a deleted analysis back as it was. */
export const undeleteAnalysis = defineCommand({
  name: 'undelete-analysis',
  label: 'Undelete analysis',
  input: record({ id: analysisIdSchema }),
  async decide({ id }, { read }) {
    const found = await analysisOf(read, id)
    if (!found.ok) return found
    return ok({ changes: [put('analyses', { ...found.value, deletedAt: null })], summary: 'Undeleted an analysis' })
  },
})
