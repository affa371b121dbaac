import { analysisIdSchema } from '@shared/analyses/analysis'
import { annotationSchema } from '@shared/annotations/annotation'
import { evidenceLinkSchema } from '@shared/claims/evidence-link'
import { claimSchema } from '@shared/claims/claim'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'

/** Where claims stand that only an evidence table names. */
const SECTION = { id: 'from-evidence-table', label: 'From the evidence table' }

/** Takes in rows of an evidence table: marks, their links, and claims that only the table names. */
export const addEvidence = defineCommand({
  name: 'add-evidence',
  label: 'Add evidence from a table',
  input: record({
    analysisId: analysisIdSchema,
    claims: list(claimSchema),
    annotations: list(annotationSchema),
    links: list(evidenceLinkSchema),
  }),
  async decide({ analysisId, claims, annotations, links }, { at, actor, read }) {
    const analysis = await read.get('analyses', analysisId)
    if (analysis === undefined)
      return trouble(problem('analysis-missing', 'The analysis is no longer in the library.', 'Choose another analysis.'))
    const number = Math.max(-1, ...analysis.sections.map((section) => section.number)) + 1
    const needsSection = claims.length > 0 && !analysis.sections.some((section) => section.id === SECTION.id)
    return ok({
      changes: [
        ...(needsSection ? [put('analyses', { ...analysis, sections: [...analysis.sections, { ...SECTION, number }] })] : []),
        ...claims.map((claim) => put('claims', { ...claim, sectionId: SECTION.id })),
        ...annotations.map((annotation) => put('annotations', { ...annotation, author: actor, createdAt: at })),
        ...links.map((link) => put('evidenceLinks', { ...link, author: actor, createdAt: at })),
      ],
      summary: `Added ${links.length} passage${links.length === 1 ? '' : 's'} from an evidence table`,
    })
  },
})
