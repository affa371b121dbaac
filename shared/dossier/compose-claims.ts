import { type Assessment, statusOf } from '../claims/assessment'
import { type Claim, CLAIM_KIND_WORDS } from '../claims/claim'
import { RELATIONS } from '../claims/evidence-link'
import type { SearchNote } from '../searches/search-note'
import type { ChecksInWords } from './compose-checks'
import { inSearchOrder } from './compose-searches'
import type { ClaimNode, EvidenceNode, JudgementNode, SearchNode } from './dossier-tree'
import type { DossierSnapshot } from './snapshot'

/**
 * A claim with its latest judgements, its evidence by relation, and its searches.
 * @param evidence the evidence of this claim alone, in the order of the dossier
 */
export function claimNode(
  claim: Claim,
  { records }: DossierSnapshot,
  evidence: readonly EvidenceNode[],
  search: (note: SearchNote) => SearchNode,
  checks: ChecksInWords,
): Omit<ClaimNode, 'cells'> {
  const assessments = records.assessments.filter((assessment) => assessment.claimId === claim.id)
  const latest = (readingId: string | null): Assessment | undefined =>
    assessments
      .filter((assessment) => assessment.readingId === readingId)
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))[0]
  const shown = evidence.filter((item) => item.standing !== 'unverified')
  return {
    number: claim.number,
    kind: CLAIM_KIND_WORDS[claim.kind],
    text: claim.text,
    scopeLimit: claim.scopeLimit,
    notes: claim.notes,
    judgement: judgementNode(latest(null)),
    readings: claim.readings.map((reading) => ({
      label: reading.label,
      description: reading.description,
      judgement: judgementNode(latest(reading.id)),
    })),
    sources: [...claim.citedSources].sort((a, b) => a - b),
    citationScope: claim.citationScope,
    dependsOn: claim.dependsOn,
    wouldChange: claim.wouldChange ?? '',
    splitFrom: claim.splitFrom ?? null,
    mergedInto: claim.mergedInto ?? null,
    check: claim.mergedInto === undefined ? checks.ofClaim(claim.id) : null,
    groups: RELATIONS.map((relation) => ({ relation, items: shown.filter((item) => item.relation === relation) })).filter(
      (group) => group.items.length > 0,
    ),
    unverified: evidence.filter((item) => item.standing === 'unverified').map((item) => item.number),
    searches: inSearchOrder(records.searchNotes.filter((note) => note.claimIds.includes(claim.id))).map(search),
  }
}

const judgementNode = (assessment: Assessment | undefined): JudgementNode => ({
  status: statusOf(assessment),
  confidence: assessment?.confidence ?? null,
  reasoning: assessment?.reasoning ?? '',
  by: assessment?.author ?? null,
  at: assessment?.at ?? null,
})
