import { CHECK_WORDS, type CheckVerdict } from '@shared/claims/check'
import { fingerprintOf, passageRead } from '@shared/claims/check-fingerprint'
import type { CheckItem } from '@shared/claims/check-items'
import { useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import type { ClaimDetail, Evidence } from '../claims/claim-detail'
import { putCheck } from '../claims/commands/put-check'
import { usePreference } from '../preferences/preferences'

type Verdict = {
  readonly reader: string
  readonly setReader: (name: string) => void
  /** The note that goes with the next verdict. */
  readonly found: string
  readonly setFound: (note: string) => void
  /** Writes a verdict down, of what is on the screen; answers whether it was. */
  readonly keep: (
    detail: ClaimDetail,
    evidence: Evidence | undefined,
    linkId: CheckItem['linkId'],
    verdict: CheckVerdict,
  ) => Promise<boolean>
}

/** Who checks, what they note, and keeping what they found. */
export function useVerdict(): Verdict {
  const act = useAct()
  const [name, setName] = usePreference('secondReader')
  const [own] = usePreference('researcherName')
  const [typed, setTyped] = useState<string | null>(null)
  const [found, setFound] = useState('')
  const reader = typed ?? (name === '' ? own : name)
  return {
    reader,
    setReader: (next) => {
      setTyped(next)
      void setName(next.trim())
    },
    found,
    setFound,
    keep: async ({ claim }, evidence, linkId, verdict) => {
      const fingerprint = fingerprintOf(
        claim,
        evidence === undefined ? null : { link: evidence.link, passage: passageRead(evidence.annotation) },
      )
      const what = linkId === null ? claim.number : `A passage of ${claim.number}`
      return act(
        putCheck,
        { claimId: claim.id, linkId, verdict, note: found, by: reader, fingerprint },
        `${what}: ${CHECK_WORDS[verdict]}.`,
      )
    },
  }
}
