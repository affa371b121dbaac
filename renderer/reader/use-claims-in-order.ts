import type { Analysis } from '@shared/analyses/analysis'
import { type Claim, type ClaimId, compareClaims } from '@shared/claims/claim'
import { useMemo } from 'react'
import { useRecords } from '../storage/live'

/** The claims of an analysis by section and order, without those that were merged into others. */
export function useClaimsInOrder(analysis: Analysis | null): {
  readonly claims: readonly Claim[]
  readonly claimsById: ReadonlyMap<ClaimId, Claim>
} {
  const all = useRecords('claims', 'analysisId', analysis?.id ?? null)
  return useMemo(() => {
    const numbers = new Map(analysis?.sections.map((section) => [section.id, section.number]))
    const claims = (all ?? [])
      .filter((claim) => claim.mergedInto === undefined)
      .toSorted(compareClaims((id) => numbers.get(id) ?? Number.POSITIVE_INFINITY))
    return { claims, claimsById: new Map(claims.map((claim) => [claim.id, claim])) }
  }, [all, analysis])
}
