import { occurring } from '@shared/claims/evidence-counts'
import type { LedgerLine } from '@shared/claims/ledger'
import { NOT_FOUND_SIGN } from '@shared/searches/search-words'
import type { KeyboardEventHandler } from 'react'
import { AssessmentPill } from '../ui/assessment-pill'
import { classes } from '../ui/classes'
import { Pill } from '../ui/pill'
import { RelationSign } from '../ui/relation-sign'
import styles from './claim-list.module.css'

type ClaimRowProps = {
  readonly line: LedgerLine
  readonly selected: boolean
  /** Whether Tab stops here; the arrow keys reach the others. */
  readonly stop: boolean
  readonly onFocus: () => void
  readonly onKeyDown: KeyboardEventHandler
  readonly onSelect: () => void
}

/** One claim in a list: two lines of its text, its judgement, and its evidence counted by relation. */
export function ClaimRow({ line, selected, stop, onFocus, onKeyDown, onSelect }: ClaimRowProps) {
  const { claim, whole, searches } = line
  return (
    <button
      type="button"
      data-claim={claim.id}
      className={classes(styles.claim, selected && styles.selected)}
      aria-current={selected ? 'true' : undefined}
      tabIndex={stop ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={onSelect}
      title={claim.text}
    >
      <span className={styles.number}>{claim.number}</span>
      <span className={styles.text}>{claim.text}</span>
      <span className={styles.facts}>
        {claim.mergedInto === undefined ? <AssessmentPill status={whole.status} /> : <Pill>merged into {claim.mergedInto}</Pill>}
        {occurring(whole.evidence).map(([relation, count]) => (
          <RelationSign key={relation} relation={relation} count={count} />
        ))}
        {searches === 0 ? null : (
          <span className={styles.searches} title={`Recorded searches: ${searches}`}>
            <span aria-hidden>
              {NOT_FOUND_SIGN.shape} {searches}
            </span>
            <span className={styles.hidden}>recorded searches {searches}</span>
          </span>
        )}
      </span>
    </button>
  )
}
