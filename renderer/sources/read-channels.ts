import type { AnalysisId } from '@shared/analyses/analysis'
import { type Claim, compareClaims } from '@shared/claims/claim'
import { claimsByChannel, type ClaimsByChannel } from '@shared/sources/claims-by-channel'
import { groupedBy } from '@shared/units/grouped-by'
import type { Sha256 } from '@shared/units/hashes'
import type { Database } from '../storage/database'
import { keysByDocument } from '../storage/keys-by-document'

export type ChannelView = ClaimsByChannel & { readonly title: string; readonly claims: ReadonlyMap<string, Claim> }

/** Reads the claims of an analysis by channel; null when there is no such analysis. Which document a mark stands in comes from the index alone. */
export function readChannels(db: Database, analysisId: AnalysisId): Promise<ChannelView | null> {
  return db.transaction(
    'r',
    [db.rows('analyses'), db.rows('claims'), db.rows('evidenceLinks'), db.rows('sources'), db.rows('disclosureEvents'), db.annotations],
    async () => {
      const [analysis, claims, links, sources, events, places] = await Promise.all([
        db.get('analyses', analysisId),
        db.where('claims', 'analysisId', analysisId),
        db.where('evidenceLinks', 'analysisId', analysisId),
        db.where('sources', 'analysisId', analysisId),
        db.all('disclosureEvents'),
        keysByDocument(db.annotations),
      ])
      if (analysis === undefined) return null
      const documentOf = new Map<string, Sha256>(
        [...places].flatMap(([document, marks]) => marks.map((mark) => [mark, document as Sha256])),
      )
      const linksOf = groupedBy(links, (link) => link.claimId)
      const sectionNumber = (id: string): number =>
        analysis.sections.find((section) => section.id === id)?.number ?? Number.MAX_SAFE_INTEGER
      const ordered = claims.toSorted(compareClaims(sectionNumber))
      const sorted = claimsByChannel({
        claims: ordered,
        documentsOf: (id) => (linksOf.get(id) ?? []).flatMap((link) => documentOf.get(link.annotationId) ?? []),
        sources,
        events,
      })
      return { ...sorted, title: analysis.title, claims: new Map(ordered.map((claim) => [claim.number, claim])) }
    },
  )
}
