import { progressWords, standingWords } from '../claims/check-standing'
import type { Claim } from '../claims/claim'
import { ledgerOf, type PassageFacts, progressOf } from '../claims/ledger'
import { passageFactsOf } from '../claims/passage-facts'
import type { DossierSnapshot } from './snapshot'

/** What second readers found, in words; null in all where nobody has checked anything, so that a dossier says nothing of it. */
export type ChecksInWords = {
  /** "12 of 40 checked": of the claims and linked passages together. */
  readonly progress: string | null
  ofClaim(id: Claim['id']): string | null
  ofLink(id: string): string | null
}

const NOBODY: ChecksInWords = { progress: null, ofClaim: () => null, ofLink: () => null }

/** Says of each claim and each linked passage whether a second reader has checked it as it stands now. */
export function composeChecks({ records }: DossierSnapshot): ChecksInWords {
  if (records.checks.length === 0) return NOBODY
  const passages = new Map(
    records.annotations.map((annotation): readonly [typeof annotation.id, PassageFacts] => [annotation.id, passageFactsOf(annotation, [])]),
  )
  const lines = ledgerOf({
    claims: records.claims,
    assessments: [],
    links: records.evidenceLinks,
    passages,
    searches: [],
    tensions: [],
    checks: records.checks,
  })
  const claims = new Map(lines.map((line) => [line.claim.id, standingWords(line.text)]))
  const links = new Map<string, string>(
    lines.flatMap((line) => [...line.links].map(([id, standing]) => [id, standingWords(standing)] as const)),
  )
  return {
    progress: progressWords(progressOf(lines)),
    ofClaim: (id) => claims.get(id) ?? null,
    ofLink: (id) => links.get(id) ?? 'unchecked',
  }
}
