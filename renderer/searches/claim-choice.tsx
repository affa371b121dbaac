import type { AnalysisId } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import { useState } from 'react'
import { claimsMatching } from '../annotations/filter-claims'
import { useRecords } from '../storage/live'
import { CheckField, TextField } from '../ui/field'
import styles from './search-note.module.css'

/** Claims shown at once; more are reached by their number or words. */
const MOST = 80

/** The claims on whose absence a search bears; those that are chosen stand first. */
export function ClaimChoice({
  analysisId,
  chosen,
  onChange,
}: {
  readonly analysisId: AnalysisId
  readonly chosen: readonly ClaimId[]
  readonly onChange: (chosen: readonly ClaimId[]) => void
}) {
  const claims = useRecords('claims', 'analysisId', analysisId) ?? []
  const [first] = useState(chosen)
  const [filter, setFilter] = useState('')
  const matching = claimsMatching(
    claims.toSorted(
      (a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)) || a.number.localeCompare(b.number, 'en', { numeric: true }),
    ),
    filter,
  )
  return (
    <fieldset className={styles.claims}>
      <legend>It bears on {chosen.length === 0 ? 'no claim yet' : chosen.length === 1 ? '1 claim' : `${chosen.length} claims`}</legend>
      <TextField
        label="Find a claim"
        hideLabel
        type="search"
        placeholder="Number or words of a claim"
        value={filter}
        onChange={setFilter}
      />
      <div className={styles.claimList}>
        {matching.slice(0, MOST).map((claim) => (
          <CheckField
            key={claim.id}
            label={`${claim.number} ${claim.text}`}
            checked={chosen.includes(claim.id)}
            onChange={(on) => onChange(on ? [...chosen, claim.id] : chosen.filter((id) => id !== claim.id))}
          />
        ))}
      </div>
      {matching.length > MOST ? <p className={styles.label}>{matching.length - MOST} more; type a number or words to find them.</p> : null}
    </fieldset>
  )
}
