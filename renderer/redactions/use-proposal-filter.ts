import type { RedactionProposal } from '@shared/redactions/propose-redactions'
import { NO_CODE } from '@shared/redactions/tally-redactions'
import { useMemo, useState } from 'react'

/** Stands for all codes. */
export const ALL_CODES = 'all'

export type ProposalFilter = {
  /** The codes that occur, by which proposals can be narrowed. */
  readonly codes: readonly string[]
  readonly code: string
  readonly setCode: (code: string) => void
  readonly where: 'document' | 'page'
  readonly setWhere: (where: 'document' | 'page') => void
  /** The proposals that fit. */
  readonly shown: readonly RedactionProposal[]
}

/** Narrows the proposals by code, and to the page that is looked at. @param page its index */
export function useProposalFilter(open: readonly RedactionProposal[], page: number): ProposalFilter {
  const [wanted, setCode] = useState(ALL_CODES)
  const [where, setWhere] = useState<'document' | 'page'>('document')
  const codes = useMemo(
    () => [...new Set(open.flatMap((proposal) => (proposal.codes.length === 0 ? [NO_CODE] : proposal.codes)))].sort(),
    [open],
  )
  const code = codes.includes(wanted) ? wanted : ALL_CODES
  const shown = useMemo(
    () =>
      open.filter(
        (proposal) =>
          (where === 'document' || proposal.pageIndex === page) &&
          (code === ALL_CODES || (code === NO_CODE ? proposal.codes.length === 0 : proposal.codes.includes(code))),
      ),
    [open, where, page, code],
  )
  return { codes, code, setCode, where, setWhere, shown }
}
