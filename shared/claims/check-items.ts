import type { Id } from '../units/ids'
import { type CheckStanding, isChecked } from './check-standing'
import type { Claim } from './claim'
import type { LedgerLine } from './ledger'

/** One thing that a second reader looks at: a claim's own text, or one passage that is linked to it. */
export type CheckItem = {
  readonly key: string
  readonly claim: Claim
  readonly linkId: Id<'evidence'> | null
  /** Place among the passages of the claim, from 1, and how many there are. */ readonly n: number
  readonly of: number
  readonly state: CheckStanding['state']
}

/** All that is to be checked, claim by claim in the order of the ledger: first what the claim says, then its passages. */
export const checkItems = (lines: readonly LedgerLine[]): readonly CheckItem[] =>
  lines.flatMap(({ claim, text, links }): readonly CheckItem[] => {
    if (claim.mergedInto !== undefined) return []
    const passages = [...links].map(([linkId, { state }], at) => ({ key: linkId, claim, linkId, n: at + 1, of: links.size, state }))
    return [{ key: claim.id, claim, linkId: null, n: 0, of: links.size, state: text.state }, ...passages]
  })

/** Where to begin: at the item asked for, else at the first that nobody has checked as it stands now. */
export const firstItem = (items: readonly CheckItem[], claimId: string | null): CheckItem | undefined =>
  items.find((item) => item.claim.id === claimId) ?? items.find((item) => !isChecked(item)) ?? items[0]

/**
 * The item after or before one; past the ends it stays where it is.
 * @param open only such as nobody has checked as it stands now
 */
export function stepFrom(items: readonly CheckItem[], key: string, step: 1 | -1, open: boolean): CheckItem | undefined {
  const from = items.findIndex((item) => item.key === key)
  const ahead = step === 1 ? items.slice(from + 1) : items.slice(0, Math.max(0, from)).toReversed()
  return ahead.find((item) => !open || !isChecked(item)) ?? items[from]
}
