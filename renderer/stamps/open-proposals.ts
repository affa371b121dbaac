import type { ProposalDecision } from '@shared/documents/proposal-decision'
import type { StampProposal } from '@shared/stamps/propose-stamps'
import type { StampRule } from '@shared/stamps/stamp-rule'

/** The proposals that nobody has decided about: neither dismissed nor confirmed as a rule that gives the same numbers. */
export function openProposals(
  proposals: readonly StampProposal[],
  rules: readonly StampRule[],
  decisions: readonly ProposalDecision[],
): readonly StampProposal[] {
  const dismissed = new Set(decisions.filter(({ kind, verdict }) => kind === 'stamp' && verdict === 'dismissed').map(({ key }) => key))
  return proposals.filter(
    (proposal) => !dismissed.has(proposal.key) && !rules.some((rule) => overlaps(rule, proposal) && sameNumbers(rule, proposal)),
  )
}

type Series = Pick<StampRule, 'from' | 'to' | 'first' | 'step'>
const overlaps = (a: Series, b: Series): boolean => a.from <= b.to && b.from <= a.to
const sameNumbers = (a: Series, b: Series): boolean => a.step === b.step && a.first - a.step * a.from === b.first - b.step * b.from
