import type { Analysis, AnalysisId } from '@shared/analyses/analysis'
import { type Assessment, type AssessmentStatus, statusOf } from '@shared/claims/assessment'
import { type Claim, compareClaims } from '@shared/claims/claim'
import { countEvidence, type EvidenceCounts } from '@shared/claims/evidence-counts'
import { useLiveQuery } from 'dexie-react-hooks'
import type { Database } from '../storage/database'
import { useWorkbench } from '../workbench/workbench'

/** A claim as a line in a list. */
export type ClaimLine = { readonly claim: Claim; readonly status: AssessmentStatus; readonly evidence: EvidenceCounts; readonly searches: number }

/** An analysis with its claims in reading order, each with its status and its evidence counted. */
export type ClaimOverview = { readonly analysis: Analysis; readonly lines: readonly ClaimLine[] }

/** Reads the overview; null when there is no such analysis. */
export async function readClaimOverview(db: Database, analysisId: AnalysisId): Promise<ClaimOverview | null> {
  const [analysis, claims, assessments, links, searches] = await Promise.all([
    db.get('analyses', analysisId),
    db.where('claims', 'analysisId', analysisId),
    db.where('assessments', 'analysisId', analysisId),
    db.where('evidenceLinks', 'analysisId', analysisId),
    db.where('searchNotes', 'analysisId', analysisId),
  ])
  if (analysis === undefined) return null
  const overall = new Map<string, Assessment>(assessments.filter((one) => one.readingId === null).map((one) => [one.claimId, one]))
  const byClaim = new Map<string, (typeof links)[number][]>(claims.map((claim) => [claim.id, []]))
  for (const link of links) byClaim.get(link.claimId)?.push(link)
  const lines = claims.toSorted(compareClaims(sectionNumber(analysis))).map((claim) => ({
    claim,
    status: statusOf(overall.get(claim.id)),
    evidence: countEvidence(byClaim.get(claim.id) ?? []),
    searches: searches.filter((note) => note.claimIds.includes(claim.id)).length,
  }))
  return { analysis, lines }
}

/** The number of a section, for sorting; claims of a section that is gone come last. */
const sectionNumber = (analysis: Analysis) => (sectionId: string): number => analysis.sections.find((section) => section.id === sectionId)?.number ?? Number.MAX_SAFE_INTEGER

/** The overview, kept up to date: undefined while it loads, null when there is no such analysis. */
export function useClaimOverview(analysisId: AnalysisId): ClaimOverview | null | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(() => readClaimOverview(db, analysisId), [db, analysisId])
}
