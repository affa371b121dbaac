import type { Claim } from '../claims/claim'
import { disclosureOf, standingOfAll, whyStanding } from '../documents/disclosure-standing'
import { claimsByChannel, type ClaimsByChannel } from '../sources/claims-by-channel'
import type { Source } from '../sources/source'
import { groupedBy } from '../units/grouped-by'
import type { DossierSnapshot } from './snapshot'

/** The claims by channel; null where nothing is known of how anything came out. */
export function composeChannels({ records }: DossierSnapshot, claims: readonly Claim[]): ClaimsByChannel | null {
  const documentOf = new Map(records.annotations.map((annotation) => [annotation.id, annotation.documentId]))
  const linksOf = groupedBy(records.evidenceLinks, (link) => link.claimId)
  const sorted = claimsByChannel({
    claims,
    documentsOf: (id) => (linksOf.get(id) ?? []).flatMap((link) => documentOf.get(link.annotationId) ?? []),
    sources: records.sources,
    events: records.disclosureEvents,
  })
  return sorted.basis.every(({ from }) => from === 'nothing') ? null : sorted
}

/** Whether the documents behind a source were disclosed or discovered, and by which documents that is known. */
export function sourceStanding({ records }: DossierSnapshot, source: Source): { readonly standing: string; readonly why: string } {
  const behind = source.documentIds.map((id) => ({
    name: records.documents.find((document) => document.id === id)?.name ?? id,
    disclosure: disclosureOf(records.disclosureEvents.filter((event) => event.documentId === id)),
  }))
  return { standing: standingOfAll(behind.map(({ disclosure }) => disclosure)), why: whyStanding(behind) }
}
