import type { Claim } from '@shared/claims/claim'

/** The claims whose number begins with, or whose text holds, every word that was typed; matching numbers come first. */
export function claimsMatching(claims: readonly Claim[], typed: string): readonly Claim[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return claims
  const byNumber = (claim: Claim, word: string): boolean => {
    const number = claim.number.toLowerCase()
    return number.startsWith(word) || (/^\d+$/.test(word) && number.replace(/^[a-z]+0*/, '').startsWith(word.replace(/^0+/, '')))
  }
  const matching = claims.filter((claim) => words.every((word) => byNumber(claim, word) || claim.text.toLowerCase().includes(word)))
  const first = words[0] ?? ''
  return [...matching.filter((claim) => byNumber(claim, first)), ...matching.filter((claim) => !byNumber(claim, first))]
}
