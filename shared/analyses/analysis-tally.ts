import { ASSESSMENT_STATUSES, type AssessmentStatus } from '../claims/assessment'
import { type EvidenceCounts, NO_EVIDENCE } from '../claims/evidence-counts'
import { RELATIONS, type Relation } from '../claims/evidence-link'

/** What an analysis holds, counted: claims by the researcher's judgement, links to passages by relation. */
export type AnalysisTally = {
  readonly claims: number
  readonly byStatus: Readonly<Record<AssessmentStatus, number>>
  readonly links: number
  readonly byRelation: EvidenceCounts
  /** Claims to which no passage is linked. */
  readonly withoutEvidence: number
}

/** Counts an analysis. The counts describe the work done; they say nothing of what is true. */
export function tallyAnalysis(lines: readonly { readonly status: AssessmentStatus; readonly evidence: EvidenceCounts }[]): AnalysisTally {
  const byStatus = Object.fromEntries(ASSESSMENT_STATUSES.map((status) => [status, 0])) as Record<AssessmentStatus, number>
  const byRelation: Record<Relation, number> = { ...NO_EVIDENCE }
  let links = 0
  let withoutEvidence = 0
  for (const { status, evidence } of lines) {
    byStatus[status] += 1
    let here = 0
    for (const relation of RELATIONS) {
      byRelation[relation] += evidence[relation]
      here += evidence[relation]
    }
    links += here
    if (here === 0) withoutEvidence += 1
  }
  return { claims: lines.length, byStatus, links, byRelation, withoutEvidence }
}
