import type { AnnotationKind } from '@shared/annotations/annotation'
import type { AnchorState, Segment } from '@shared/annotations/segment'
import type { ClaimId } from '@shared/claims/claim'
import type { Relation } from '@shared/claims/evidence-link'
import type { DocumentId } from '@shared/documents/document'
import type { WorkInTurns } from '../app/use-in-turns'
import { authorOf, type Facet, facetOf, isWaiting, type MarkRow } from './mark-rows'

/** How many marks each choice would have. */
export type Facets = {
  readonly document: Facet<DocumentId>
  readonly relation: ReadonlyMap<Relation, number>
  readonly claim: ReadonlyMap<ClaimId, number>
  readonly state: ReadonlyMap<AnchorState | 'waiting', number>
  readonly linked: number
  readonly kind: ReadonlyMap<AnnotationKind, number>
  readonly tag: Facet<string>
  readonly author: Facet<string>
  readonly origin: ReadonlyMap<Segment['textOrigin'], number>
  readonly names: ReadonlyMap<DocumentId, string>
}
export const NO_FACETS: Facets = {
  document: [],
  relation: new Map(),
  claim: new Map(),
  state: new Map(),
  linked: 0,
  kind: new Map(),
  tag: [],
  author: [],
  origin: new Map(),
  names: new Map(),
}

/** Counts them, in turns: each choice over all marks. */
export const countingFacets =
  (rows: readonly MarkRow[]): WorkInTurns<Facets> =>
  async (rest) => {
    const facet = async <Value extends string>(valuesOf: (row: MarkRow) => readonly Value[]): Promise<Facet<Value>> => {
      await rest()
      return facetOf(rows, valuesOf)
    }
    return {
      document: await facet((row) => [row.annotation.documentId]),
      relation: new Map(await facet((row) => row.links.map((link) => link.relation))),
      claim: new Map(await facet((row) => row.links.map((link) => link.claimId))),
      state: new Map(await facet((row) => (isWaiting(row) ? [row.state, 'waiting' as const] : [row.state]))),
      linked: rows.filter((row) => row.links.length > 0).length,
      kind: new Map(await facet((row) => [row.annotation.kind])),
      tag: await facet((row) => row.annotation.tags),
      author: await facet((row) => [authorOf(row.annotation)]),
      origin: new Map(await facet((row) => row.annotation.segments.map((segment) => segment.textOrigin))),
      names: new Map(rows.map((row) => [row.annotation.documentId, row.document?.name ?? 'a removed document'])),
    }
  }
