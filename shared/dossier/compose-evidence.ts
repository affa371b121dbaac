import { ANNOTATION_KIND_WORDS } from '../annotations/annotation'
import type { Claim } from '../claims/claim'
import { type EvidenceLink, RELATIONS } from '../claims/evidence-link'
import { compareKeys } from '../units/compare-keys'
import type { ChecksInWords } from './compose-checks'
import { passageNodes, standingOf } from './compose-passages'
import type { EvidenceNode } from './dossier-tree'
import type { ExhibitNumbers } from './exhibits'
import type { DossierSnapshot } from './snapshot'

/** Links in the order in which the dossier shows them: claim by claim, relation by relation, then by document and place. */
export function linksInOrder(
  claims: readonly Claim[],
  { records }: DossierSnapshot,
): readonly { readonly link: EvidenceLink; readonly claim: Claim }[] {
  const annotations = new Map(records.annotations.map((annotation) => [annotation.id, annotation]))
  const documents = new Map(records.documents.map((document) => [document.id, document.name]))
  const key = (link: EvidenceLink): readonly [number, string, number, number, string] => {
    const annotation = annotations.get(link.annotationId)
    const first = annotation?.segments[0]
    const name = annotation ? `${documents.get(annotation.documentId) ?? ''}\u0000${annotation.documentId}` : '\uffff'
    return [RELATIONS.indexOf(link.relation), name, first?.pageIndex ?? 0, first?.ranges[0]?.start ?? 0, link.id]
  }
  return claims.flatMap((claim) =>
    records.evidenceLinks
      .filter((link) => link.claimId === claim.id)
      .map((link) => ({ link, claim, key: key(link) }))
      .sort((a, b) => compareKeys(a.key, b.key)),
  )
}

/** A passage that is tied to a claim, by its number in the dossier (`E1`, `E2`, …). */
export function evidenceNode(
  snapshot: DossierSnapshot,
  exhibits: ExhibitNumbers,
  link: EvidenceLink,
  claim: Claim,
  number: string,
  checks: ChecksInWords,
): EvidenceNode {
  const annotation = snapshot.records.annotations.find((each) => each.id === link.annotationId)
  const passages = annotation
    ? passageNodes(
        snapshot,
        exhibits,
        annotation,
        `that ${link.relation === 'context' ? 'gives context to' : link.relation} ${claim.number}`,
      )
    : []
  return {
    number,
    linkId: link.id,
    annotationId: link.annotationId,
    claimNumber: claim.number,
    relation: link.relation,
    readings: claim.readings.filter((reading) => link.readingIds.includes(reading.id)).map((reading) => reading.label),
    strength: link.strength,
    note: link.note,
    comment: annotation?.comment ?? '',
    exemptionCodes: annotation?.exemptionCodes ?? [],
    kind: annotation ? ANNOTATION_KIND_WORDS[annotation.kind] : 'missing mark',
    author: link.author,
    at: link.createdAt,
    standing: annotation ? standingOf(annotation, passages) : 'unverified',
    confirmed: annotation?.confirmed ?? null,
    passages,
    check: checks.ofLink(link.id),
  }
}
