import { progressWords } from '@shared/claims/check-standing'
import { CLAIM_KIND_WORDS } from '@shared/claims/claim'
import { occurring } from '@shared/claims/evidence-counts'
import type { LedgerEntry, LedgerLine } from '@shared/claims/ledger'
import { TENSION_KIND_WORDS } from '@shared/claims/tension'
import { Check, CircleDashed, GripVertical, TriangleAlert } from 'lucide-react'
import type { KeyboardEventHandler } from 'react'
import { AssessmentPill } from '../ui/assessment-pill'
import { classes } from '../ui/classes'
import { Pill } from '../ui/pill'
import { RelationSign } from '../ui/relation-sign'
import styles from './ledger.module.css'

type LedgerRowProps = {
  readonly line: LedgerLine
  /** Whether Tab stops here; the arrow keys reach the others. */
  readonly stop: boolean
  readonly onFocus: () => void
  readonly onKeyDown: KeyboardEventHandler
  readonly onOpen: () => void
}

/** One claim: its words, then for the whole and for each reading the judgement, the evidence, and what is to notice. */
export function LedgerRow({ line, stop, onFocus, onKeyDown, onOpen }: LedgerRowProps) {
  const { claim, whole, readings, searches, tensions } = line
  const open = tensions.filter((tension) => tension.settled === '')
  return (
    <div className={classes(styles.line, claim.mergedInto !== undefined && styles.gone)}>
      <GripVertical className={styles.grip} size={14} strokeWidth={1.6} aria-hidden />
      <span className={styles.number}>{claim.number}</span>
      <div className={styles.claim}>
        <button
          type="button"
          data-claim={claim.id}
          className={styles.text}
          tabIndex={stop ? 0 : -1}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          onClick={onOpen}
          title={claim.text}
        >
          {claim.text}
        </button>
        <p className={styles.facts}>
          <span>{CLAIM_KIND_WORDS[claim.kind]}</span>
          {claim.splitFrom === undefined ? null : <span>split from {claim.splitFrom}</span>}
          {open.map((tension) => (
            <span key={tension.id} title={tension.text}>
              tension: {TENSION_KIND_WORDS[tension.kind]}
            </span>
          ))}
          <Checked line={line} />
        </p>
      </div>
      <div className={styles.entries}>
        {claim.mergedInto === undefined ? (
          <>
            <Entry entry={whole} searches={searches} />
            {readings.map((entry) => (
              <Entry key={entry.reading?.id} entry={entry} searches={0} />
            ))}
          </>
        ) : (
          <p>
            <Pill>merged into {claim.mergedInto}</Pill>
          </p>
        )}
      </div>
    </div>
  )
}

function Entry({
  entry: { reading, assessment, status, evidence, remarks },
  searches,
}: {
  readonly entry: LedgerEntry
  readonly searches: number
}) {
  const counted = occurring(evidence)
  return (
    <div className={styles.entry}>
      <p className={styles.judged}>
        {reading === null ? null : <span className={styles.reading}>“{reading.label}”</span>}
        <AssessmentPill status={status} />
        {assessment === undefined || assessment.confidence === null ? null : <span className={styles.third}>{assessment.confidence}</span>}
      </p>
      <p className={styles.evidence}>
        {counted.map(([relation, count]) => (
          <RelationSign key={relation} relation={relation} count={count} />
        ))}
        {searches === 0 ? null : <span>{searches === 1 ? '1 search' : `${searches} searches`}</span>}
        {counted.length === 0 && searches === 0 ? <span className={styles.third}>no evidence</span> : null}
      </p>
      <ul className={styles.remarks}>
        {remarks.map((remark) => (
          <li key={remark.words} className={remark.kind === 'parts' ? styles.parts : undefined}>
            {remark.kind === 'parts' ? <TriangleAlert size={13} strokeWidth={1.8} aria-hidden /> : null}
            {remark.words}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How far second readers have come with a claim and its passages. */
function Checked({ line: { progress } }: { readonly line: LedgerLine }) {
  if (progress.of === 0) return null
  const done = progress.checked === progress.of
  const Icon = done && progress.disputed === 0 ? Check : CircleDashed
  return (
    <span className={classes(styles.checked, progress.disputed > 0 && styles.disputed)} title={progressWords(progress)}>
      <Icon size={12} strokeWidth={2} aria-hidden />
      {progress.checked === 0 ? 'unchecked' : `${progress.checked} of ${progress.of} checked`}
      {progress.disputed === 0 ? null : `, ${progress.disputed} not right`}
      {progress.changed === 0 ? null : `, ${progress.changed} changed since`}
    </span>
  )
}
