import type { Claim, ClaimId } from '@shared/claims/claim'
import type { RefObject } from 'react'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'
import styles from './palette.module.css'

type ClaimFieldProps = {
  readonly field: RefObject<HTMLInputElement | null>
  /** The claim that will be linked. */
  readonly claim: Claim | undefined
  /** What was typed to find another. */
  readonly typed: string
  readonly describedBy: string
  readonly onType: (typed: string) => void
  readonly onFocus: () => void
  readonly onLink: () => void
}

/** The claim that a passage will be linked to, in a field that finds others, and the button that links. */
export function ClaimField({ field, claim, typed, describedBy, onType, onFocus, onLink }: ClaimFieldProps) {
  return (
    <div className={styles.claimRow}>
      <div className={styles.claim}>
        {typed === '' && claim !== undefined ? (
          <span className={styles.chosen} aria-hidden>
            <span className={styles.claimNumber}>{claim.number}</span> {claim.text}
          </span>
        ) : null}
        <input
          ref={field}
          className={styles.filter}
          aria-label="Claim"
          aria-describedby={describedBy}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onFocus={onFocus}
        />
        <span className={styles.arrows} aria-hidden>
          <Kbd keys="↑↓" />
        </span>
      </div>
      <Button kind="primary" disabled={claim === undefined} shortcut="Enter" onClick={onLink}>
        Link
      </Button>
    </div>
  )
}

/** Most claims listed at once; typing narrows them. */
const LISTED = 5

/** The claims that fit what was typed, around the one that is chosen. */
export function ClaimOptions({
  claims,
  at,
  onChoose,
}: {
  readonly claims: readonly Claim[]
  readonly at: number
  readonly onChoose: (id: ClaimId) => void
}) {
  const from = Math.min(Math.max(0, at - Math.floor(LISTED / 2)), Math.max(0, claims.length - LISTED))
  return (
    <ul aria-label="Claims" className={styles.list}>
      {claims.slice(from, from + LISTED).map((one) => (
        <li key={one.id}>
          <button
            type="button"
            className={styles.option}
            aria-current={one.id === claims[at]?.id}
            tabIndex={-1}
            onMouseDown={keepFocus}
            onClick={() => onChoose(one.id)}
          >
            <span className={styles.claimNumber}>{one.number}</span>
            <span className={styles.claimText}>{one.text}</span>
          </button>
        </li>
      ))}
      {claims.length === 0 ? <li className={styles.noneFound}>No claim has these words. Esc shows all.</li> : null}
    </ul>
  )
}

/** Enter still links after a click on a claim. */
const keepFocus = (event: { preventDefault(): void }): void => event.preventDefault()
