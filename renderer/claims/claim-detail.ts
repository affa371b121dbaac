import type { Analysis, AnalysisId } from '@shared/analyses/analysis'
import { type Annotation, compareAnnotations } from '@shared/annotations/annotation'
import { type Assessment, type AssessmentStatus, statusOf } from '@shared/claims/assessment'
import type { Claim, ClaimId } from '@shared/claims/claim'
import type { Check } from '@shared/claims/check'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import { type LedgerLine, standingsOf } from '@shared/claims/ledger'
import { passageFactsOf } from '@shared/claims/passage-facts'
import type { Tension } from '@shared/claims/tension'
import type { WeighedClaim } from '@shared/claims/weigh-evidence'
import type { DisclosureEvent } from '@shared/documents/disclosure-event'
import type { Document, DocumentId } from '@shared/documents/document'
import type { SearchNote } from '@shared/searches/search-note'
import type { Source } from '@shared/sources/source'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { type Database, recordOfRow } from '../storage/database'
import { useWorkbench } from '../workbench/workbench'
import { useLedger } from './ledger-source'

/** One piece of evidence: the link, the passage, and the document in which it stands (undefined when its record is gone). */
export type Evidence = { readonly link: EvidenceLink; readonly annotation: Annotation; readonly document: Document | undefined }

/** Another claim, as far as this one speaks of it; the claim itself is null when it was deleted. */
export type NamedClaim = { readonly number: string; readonly claim: Claim | null; readonly status: AssessmentStatus }

/** A claim with all that is shown on its screen. */
export type ClaimDetail = {
  readonly analysis: Analysis
  readonly claim: Claim
  readonly assessments: readonly Assessment[]
  /** In reading order, document by document. */
  readonly evidence: readonly Evidence[]
  readonly searches: readonly SearchNote[]
  /** Tensions in which it stands. */
  readonly tensions: readonly Tension[]
  /** How its text and its passages stand with second readers. */
  readonly standings: Pick<LedgerLine, 'text' | 'links' | 'progress'>
  /** How the documents of its evidence came out. */
  readonly disclosures: ReadonlyMap<DocumentId, readonly DisclosureEvent[]>
  readonly sources: readonly Source[]
  /** All claims of the analysis, by number. */
  readonly others: ReadonlyMap<string, NamedClaim>
}

/** The claims of an analysis, by number, each with its judgement. */
async function readOthers(db: Database, analysisId: AnalysisId): Promise<ClaimDetail['others']> {
  const [claims, judged] = await Promise.all([
    db.where('claims', 'analysisId', analysisId),
    db.where('assessments', 'analysisId', analysisId),
  ])
  const overall = new Map<string, Assessment>(judged.filter((one) => one.readingId === null).map((one) => [one.claimId, one]))
  return new Map(claims.map((one) => [one.number, { number: one.number, claim: one, status: statusOf(overall.get(one.id)) }]))
}

/**
 * Reads a claim with its surroundings; null when it is not in this analysis.
 * @param known the other claims, where they are in memory already: reading thousands of them takes longer than the rest
 */
export async function readClaimDetail(
  db: Database,
  analysisId: AnalysisId,
  claimId: ClaimId,
  known?: ClaimDetail['others'],
): Promise<ClaimDetail | null> {
  const [analysis, claim, links, searches, sources, assessments, tensions, checks, others] = await Promise.all([
    db.get('analyses', analysisId),
    db.get('claims', claimId),
    db.where('evidenceLinks', 'claimId', claimId),
    db.where('searchNotes', 'claimIds', claimId),
    db.where('sources', 'analysisId', analysisId),
    db.where('assessments', 'claimId', claimId),
    db.where('tensions', 'claimIds', claimId),
    db.where('checks', 'claimId', claimId),
    known ?? readOthers(db, analysisId),
  ])
  if (analysis === undefined || claim === undefined || claim.analysisId !== analysisId) return null
  const rows = await db.annotations.bulkGet(links.map((link) => link.annotationId))
  const documents = new Map(
    (await db.rows('documents').bulkGet([...new Set(rows.flatMap((row) => row?.documentId ?? []))]))
      .flatMap((row) => (row === undefined ? [] : [recordOfRow('documents', row)]))
      .map((one) => [one.id, one]),
  )
  const evidence = links.flatMap((link, at): Evidence[] => {
    const row = rows[at]
    return row === undefined ? [] : [{ link, annotation: recordOfRow('annotations', row), document: documents.get(row.documentId) }]
  })
  evidence.sort((a, b) => (a.document?.name ?? '').localeCompare(b.document?.name ?? '') || compareAnnotations(a.annotation, b.annotation))
  const disclosures = new Map(
    await Promise.all([...documents.keys()].map(async (id) => [id, await db.where('disclosureEvents', 'documentId', id)] as const)),
  )
  return {
    analysis,
    claim,
    assessments,
    evidence,
    searches: searches.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.createdAt.localeCompare(a.createdAt)),
    tensions: tensions.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)),
    standings: standingsIn(claim, evidence, checks),
    disclosures,
    sources: sources.toSorted((a, b) => a.number - b.number),
    others,
  }
}

const standingsIn = (claim: Claim, evidence: readonly Evidence[], checks: readonly Check[]): ClaimDetail['standings'] =>
  standingsOf(
    claim,
    evidence.map(({ link }) => link),
    new Map(evidence.map(({ annotation }) => [annotation.id, passageFactsOf(annotation, [])])),
    checks,
  )

/** The detail, kept up to date: undefined while it loads, null when there is no such claim. */
export function useClaimDetail(analysisId: AnalysisId, claimId: ClaimId): ClaimDetail | null | undefined {
  const { db } = useWorkbench()
  const lines = useLedger(analysisId)?.lines
  const others = useMemo(
    () => lines && new Map(lines.map(({ claim, whole }) => [claim.number, { number: claim.number, claim, status: whole.status }])),
    [lines],
  )
  return useLiveQuery(() => readClaimDetail(db, analysisId, claimId, others), [db, analysisId, claimId, others])
}

/** What weighing needs of a detail. */
export const weighedOf = (detail: ClaimDetail): WeighedClaim => ({
  claim: detail.claim,
  assessments: detail.assessments,
  passages: detail.evidence.map(({ link, annotation }) => ({
    ...passageFactsOf(annotation, detail.disclosures.get(annotation.documentId) ?? []),
    link,
  })),
  searches: detail.searches.length,
  restsOn: detail.claim.dependsOn.map((number) => {
    const named = claimNamed(detail, number)
    // What was merged into another claim is read there.
    return named.claim?.mergedInto === undefined ? named : { number, status: claimNamed(detail, named.claim.mergedInto).status }
  }),
})

/** A claim of the analysis by its number; a number without a claim was deleted. */
export const claimNamed = (detail: Pick<ClaimDetail, 'others'>, number: string): NamedClaim =>
  detail.others.get(number) ?? { number, claim: null, status: 'undeveloped' }
