import { analysisIdSchema } from '@shared/analyses/analysis'
import { DOSSIER_FORMATS } from '@shared/desktop/desktop'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'

const input = record({
  analysisId: analysisIdSchema,
  formats: list(z.enum(DOSSIER_FORMATS)),
  cited: z.int().min(0),
  failed: z.int().min(0),
  /** Working records that went along, for a colleague; null where it was made for publication. */ working: z.int().min(0).nullable(),
})

/** Writes into the custody log that a dossier went out. Changes no record. */
export const recordExport = defineCommand({
  name: 'export-dossier',
  label: 'Export the dossier',
  input,
  async decide({ analysisId, formats, cited, failed, working }, { read }) {
    const analysis = await read.get('analyses', analysisId)
    if (analysis === undefined)
      return trouble(problem('no-analysis', 'This analysis is not in the library.', 'Choose another in the list of analyses.'))
    return ok({
      changes: [],
      summary: `Exported the dossier of “${analysis.title}” (${formats.join(', ')}): ${cited} passages cited, ${failed} not verified${working === null ? '' : `, for a colleague: ${working} working records on its documents went along`}`,
    })
  },
})
