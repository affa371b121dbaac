import { analysisIdSchema } from '@shared/analyses/analysis'
import { DOSSIER_PART_WORDS, dossierSettingsSchema, KEPT_PARTS, orderedParts } from '@shared/dossier/dossier-settings'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { analysisOf } from '../../analyses/commands/analysis-of'

/** Says in which order the parts of a dossier stand, which are left out, and how it cites. */
export const setDossier = defineCommand({
  name: 'set-dossier',
  label: 'Set up the dossier',
  input: record({ id: analysisIdSchema, settings: dossierSettingsSchema }),
  async decide({ id, settings }, { read }) {
    const found = await analysisOf(read, id)
    if (!found.ok) return found
    const refused = settings.parts.find(({ part, shown }) => !shown && KEPT_PARTS.has(part))
    if (refused !== undefined)
      return trouble(
        problem(
          'part-stays',
          `“${DOSSIER_PART_WORDS[refused.part]}” is in every dossier.`,
          'Move it where you like; without it a reader could not tell what the rest is worth.',
        ),
      )
    const parts = orderedParts(settings)
    const left = parts.filter(({ shown }) => !shown).length
    return ok({
      changes: [put('analyses', { ...found.value, dossier: { ...settings, parts } })],
      summary: `Set up the dossier of “${found.value.title}”: ${parts.length - left} parts, ${left} left out; citations: ${settings.citationStyle}`,
    })
  },
})
