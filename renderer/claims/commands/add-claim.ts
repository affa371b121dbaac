import { analysisIdSchema } from '@shared/analyses/analysis'
import { CLAIM_KINDS, claimIdSchema, nextClaimNumber } from '@shared/claims/claim'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'

const input = record({
  id: claimIdSchema,
  analysisId: analysisIdSchema,
  sectionId: z.string(),
  kind: z.enum(CLAIM_KINDS),
  text: z.string().trim().min(1, 'write what is claimed'),
  /** Every number that the analysis ever gave, also to claims deleted since; see `claim-numbers.ts`. */
  numbersGiven: list(z.string()),
})

/** Adds a claim at the end of a section, under the next number that was never given. */
export const addClaim = defineCommand({
  name: 'add-claim',
  label: 'Add claim',
  input,
  async decide({ numbersGiven, ...fields }, { read }) {
    const analysis = await read.get('analyses', fields.analysisId)
    if (analysis === undefined)
      return trouble(problem('analysis-gone', 'The analysis is no longer in the library.', 'Choose another analysis.'))
    if (!analysis.sections.some((section) => section.id === fields.sectionId))
      return trouble(problem('section-gone', 'The section is no longer in the analysis.', 'Choose another section.'))
    const claims = await read.where('claims', 'analysisId', fields.analysisId)
    const number = nextClaimNumber([...numbersGiven, ...claims.map((claim) => claim.number)])
    const order = Math.max(0, ...claims.filter((claim) => claim.sectionId === fields.sectionId).map((claim) => claim.order)) + 1
    const claim = {
      ...fields,
      number,
      order,
      scopeLimit: null,
      readings: [],
      citedSources: [],
      citationScope: null,
      dependsOn: [],
      notes: '',
      tests: { wouldSupport: [], wouldContradict: [], wouldQualify: [] },
    }
    return ok({ changes: [put('claims', claim)], summary: `Added claim ${number}` })
  },
})
