import { claimIdSchema, claimSchema } from '@shared/claims/claim'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { claimOf } from './claim-of'

const { text, kind, sectionId, scopeLimit, citedSources, citationScope, dependsOn, notes, tests, readings, wouldChange } =
  claimSchema.unwrap().shape
const fields = record({
  text: text.exactOptional(),
  kind: kind.exactOptional(),
  sectionId: sectionId.exactOptional(),
  scopeLimit: scopeLimit.exactOptional(),
  citedSources: citedSources.exactOptional(),
  citationScope: citationScope.exactOptional(),
  dependsOn: dependsOn.exactOptional(),
  notes: notes.exactOptional(),
  tests: tests.exactOptional(),
  wouldChange,
  /** Adds and renames readings. To take one away, use `remove-reading`, which decides about its evidence. */
  readings: readings.exactOptional(),
})

const WORDS: Readonly<Record<string, string>> = {
  sectionId: 'section',
  scopeLimit: 'scope limit',
  citedSources: 'cited sources',
  citationScope: 'citation',
  dependsOn: 'claims it rests on',
  wouldChange: 'what would change it',
}

/** Changes what a claim says or how it stands in its analysis; its number stays. */
export const editClaim = defineCommand({
  name: 'edit-claim',
  label: 'Edit claim',
  input: record({ id: claimIdSchema, fields }),
  async decide({ id, fields }, { read }) {
    const found = await claimOf(read, id)
    if (!found.ok) return found
    const claim = found.value
    const gone = fields.readings && claim.readings.find((old) => !fields.readings?.some((reading) => reading.id === old.id))
    if (gone)
      return trouble(
        problem(
          'reading-would-go',
          `The reading “${gone.label}” would go without a decision about its evidence.`,
          'Use Remove reading instead.',
        ),
      )
    if (fields.dependsOn?.includes(claim.number))
      return trouble(problem('rests-on-itself', `${claim.number} cannot rest on itself.`, 'Choose other claims.'))
    const changes = [put('claims', { ...claim, ...fields })]
    if (fields.sectionId !== undefined && fields.sectionId !== claim.sectionId) {
      const there = (await read.where('claims', 'analysisId', claim.analysisId)).filter((other) => other.sectionId === fields.sectionId)
      changes[0] = put('claims', { ...claim, ...fields, order: Math.max(0, ...there.map((other) => other.order)) + 1 })
    }
    return ok({
      changes,
      summary: `Changed ${claim.number}: ${Object.keys(fields)
        .map((field) => WORDS[field] ?? field)
        .join(', ')}`,
    })
  },
})
