import { ASSESSMENT_STATUSES } from '../claims/assessment'
import { RELATIONS } from '../claims/evidence-link'
import { type ClaimNode, type DossierCounts, type EvidenceNode, type Standing, STANDINGS } from './dossier-tree'

/** The figures at the head of a dossier. Pages are counted where a verified or recognised passage cites them. */
export function countsOf(all: readonly ClaimNode[], evidence: readonly EvidenceNode[], exhibits: number, searches: number): DossierCounts {
  // What was merged into another claim is counted there.
  const claims = all.filter((claim) => claim.mergedInto === null)
  const standing = (wanted: Standing): number => evidence.filter((item) => item.standing === wanted).length
  const cited = evidence
    .filter((item) => item.standing === 'verified' || item.standing === 'recognised')
    .flatMap((item) => item.passages.map((passage) => `${passage.documentSha256}:${passage.page}`))
  return {
    claims: claims.length,
    byStatus: ASSESSMENT_STATUSES.map((status) => ({ status, claims: claims.filter((claim) => claim.judgement.status === status).length })),
    withoutEvidence: claims.filter((claim) => claim.groups.length === 0 && claim.unverified.length === 0 && claim.searches.length === 0)
      .length,
    evidence: evidence.length,
    byStanding: Object.fromEntries(STANDINGS.map((each) => [each, standing(each)])) as Record<Standing, number>,
    byRelation: RELATIONS.map((relation) => ({ relation, evidence: evidence.filter((item) => item.relation === relation).length })),
    exhibits,
    pagesCited: new Set(cited).size,
    searches,
  }
}
