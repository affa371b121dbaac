import { type EvidenceLink, RELATIONS, type Relation } from './evidence-link'

/** How many passages bear on a claim, by relation. */
export type EvidenceCounts = Readonly<Record<Relation, number>>

export const NO_EVIDENCE: EvidenceCounts = { supports: 0, contradicts: 0, qualifies: 0, undercuts: 0, context: 0, defines: 0 }

/** Counts links by relation. */
export function countEvidence(links: readonly Pick<EvidenceLink, 'relation'>[]): EvidenceCounts {
  const counts: Record<Relation, number> = { ...NO_EVIDENCE }
  for (const link of links) counts[link.relation] += 1
  return counts
}

/** The relations that occur, in their fixed order, with their counts. */
export const occurring = (counts: EvidenceCounts): readonly (readonly [Relation, number])[] =>
  RELATIONS.map((relation) => [relation, counts[relation]] as const).filter(([, count]) => count > 0)
