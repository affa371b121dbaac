import { sourceIdSchema } from '@shared/sources/source'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

/** Takes a source away that no claim cites. */
export const removeSource = defineCommand({
  name: 'remove-source',
  label: 'Remove source',
  input: record({ id: sourceIdSchema }),
  async decide({ id }, { read }) {
    const source = await read.get('sources', id)
    if (source === undefined) return trouble(problem('source-gone', 'The source is no longer in the library.', 'Nothing needs to be done.'))
    const citing = (await read.where('claims', 'analysisId', source.analysisId))
      .filter((claim) => claim.citedSources.includes(source.number))
      .map((claim) => claim.number)
    if (citing.length > 0)
      return trouble(
        problem('source-cited', `Source [${source.number}] is cited for ${citing.join(', ')}.`, 'Take the citations away first.'),
      )
    return ok({ changes: [remove('sources', id)], summary: `Removed source [${source.number}]` })
  },
})
