import type { Annotation } from '../annotations/annotation'
import { canonicalJson } from '../custody/canonical-json'
import { type Sha256, sha256OfText } from '../units/hashes'
import type { Claim } from './claim'
import type { EvidenceLink } from './evidence-link'

/** A passage as a second reader sees it: where it stands and what it says; an area without words also by its outline. */
export type PassageRead = {
  readonly documentId: string
  readonly segments: readonly { readonly page: number; readonly quote: string; readonly outline: readonly (readonly number[])[] }[]
}

/** The part of a mark that a second reader reads. */
export const passageRead = ({ documentId, segments }: Pick<Annotation, 'documentId' | 'segments'>): PassageRead => ({
  documentId,
  segments: segments.map(({ pageIndex, quote, quads }) => ({ page: pageIndex, quote, outline: quote.trim() === '' ? quads : [] })),
})

type ClaimRead = Pick<Claim, 'kind' | 'text' | 'scopeLimit' | 'readings'>
type LinkRead = Pick<EvidenceLink, 'relation' | 'readingIds' | 'strength' | 'note'>

/**
 * SHA-256 of the canonical JSON of what a second reader has before them: the claim alone, or the claim with a link and its passage.
 * It is made of words only, not of identifiers, so that a copy of an analysis keeps its checks.
 */
export function fingerprintOf(claim: ClaimRead, evidence: { readonly link: LinkRead; readonly passage: PassageRead } | null): Sha256 {
  const { kind, text, scopeLimit } = claim
  const readings = claim.readings.map(({ label, description }) => ({ label, description }))
  const named = (link: LinkRead): readonly string[] =>
    claim.readings.filter(({ id }) => link.readingIds.includes(id)).map(({ label }) => label)
  const linked = evidence && {
    relation: evidence.link.relation,
    readings: named(evidence.link),
    strength: evidence.link.strength,
    note: evidence.link.note,
    passage: evidence.passage,
  }
  return sha256OfText(canonicalJson({ claim: { kind, text, scopeLimit, readings }, linked }))
}
