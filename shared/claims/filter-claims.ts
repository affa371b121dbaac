import { type AssessmentStatus, statusOf } from './assessment'
import type { Claim, ClaimKind } from './claim'

/** Which claims of a list to show. */
export type ClaimFilter = { readonly words: string; readonly status: AssessmentStatus | null; readonly kind: ClaimKind | null }

export const EVERY_CLAIM: ClaimFilter = { words: '', status: null, kind: null }

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a claim passes: every word stands in its number or text, whatever its case and accents. */
export function passesFilter(
  claim: Pick<Claim, 'number' | 'text' | 'kind'>,
  status: ReturnType<typeof statusOf>,
  filter: ClaimFilter,
): boolean {
  if (filter.status !== null && filter.status !== status) return false
  if (filter.kind !== null && filter.kind !== claim.kind) return false
  if (filter.words.trim() === '') return true
  const text = plain(`${claim.number} ${claim.text}`)
  return plain(filter.words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
