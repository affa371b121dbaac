import { type Candidate, joinWithNext, keepCandidate, type Review, setCandidateKind } from '@shared/analyses/from-text/review'
import { CLAIM_KIND_WORDS } from '@shared/claims/claim'
import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react'
import { NearGroups } from '../../ui/near-groups'
import { Pill } from '../../ui/pill'
import { CandidateEditor } from './candidate-editor'
import styles from './from-text.module.css'

type CandidateListProps = {
  readonly review: Review
  readonly candidates: readonly Candidate[]
  readonly selected: Candidate | null
  readonly onSelect: (id: number) => void
  readonly onReview: (review: Review) => void
}

/** Candidates drawn together, and the height of one that was not drawn yet, CSS pixels. */
const TOGETHER = 40
const ROW = 56

/** The candidates by section; the chosen one opens for editing. A text may give thousands: those far from what is in sight are not drawn. */
export function CandidateList({ review, candidates, selected, onSelect, onReview }: CandidateListProps) {
  const list = useRef<HTMLDivElement>(null)
  const chosen = selected?.id ?? null
  const walked = useRef(false)
  useEffect(() => {
    if (chosen === null) return
    list.current?.querySelector(`[data-candidate="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
    if (walked.current) focusRow(list.current, chosen)
    walked.current = false
  }, [chosen])
  const rows = useMemo(
    () => candidates.map((candidate, at) => ({ candidate, begins: candidate.section !== candidates[at - 1]?.section })),
    [candidates],
  )

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || selected === null) return
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -candidates.length, End: candidates.length }[event.key]
    if (step !== undefined) {
      const at = candidates.findIndex(({ id }) => id === selected.id)
      const next = candidates[Math.min(Math.max(at + step, 0), candidates.length - 1)]
      if (next !== undefined && next.id !== selected.id) {
        walked.current = true
        onSelect(next.id)
      }
    } else if (event.key.toLowerCase() === 'x') onReview(keepCandidate(review, selected.id, !selected.kept))
    else if (event.key.toLowerCase() === 'm') onReview(joinWithNext(review, selected.id))
    else if (event.key === 'Enter') list.current?.querySelector<HTMLElement>(`[data-candidate="${selected.id}"] textarea`)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (candidates.length === 0) return <p className={styles.nothing}>Nothing here.</p>
  return (
    <div ref={list} className={styles.rows}>
      <NearGroups label="Candidates" as="ol" items={rows} size={TOGETHER} height={ROW} always={({ candidate }) => candidate.id === chosen}>
        {({ candidate, begins }) => (
          <li key={candidate.id} className={styles.row} data-candidate={candidate.id}>
            {begins ? <h2 className={styles.section}>{review.proposal.sections[candidate.section]}</h2> : null}
            <CandidateRow
              candidate={candidate}
              current={candidate.id === chosen}
              onSelect={onSelect}
              onKeyDown={candidate.id === chosen ? onKeyDown : undefined}
            />
            {candidate.id === chosen ? (
              <CandidateEditor
                key={candidate.text}
                review={review}
                candidate={candidate}
                onReview={onReview}
                onKind={(kind) => onReview(setCandidateKind(review, candidate.id, kind))}
                onLeave={() => focusRow(list.current, candidate.id)}
              />
            ) : null}
          </li>
        )}
      </NearGroups>
    </div>
  )
}

const focusRow = (list: HTMLElement | null, id: number): void =>
  list?.querySelector<HTMLElement>(`[data-candidate="${id}"] > button`)?.focus()

type RowProps = {
  readonly candidate: Candidate
  readonly current: boolean
  readonly onSelect: (id: number) => void
  readonly onKeyDown: ((event: KeyboardEvent) => void) | undefined
}

const CandidateRow = memo(function CandidateRow({ candidate, current, onSelect, onKeyDown }: RowProps) {
  return (
    <button
      type="button"
      className={styles.candidate}
      aria-pressed={current}
      tabIndex={current ? 0 : -1}
      data-kept={candidate.kept ? '' : undefined}
      onClick={() => onSelect(candidate.id)}
      onKeyDown={onKeyDown}
    >
      <span className={styles.mark} aria-hidden>
        {candidate.kept ? '✓' : '–'}
      </span>
      <span className={styles.hidden}>{candidate.kept ? 'Claim: ' : 'Left out: '}</span>
      <span className={styles.words}>{candidate.text}</span>
      <span className={styles.facts}>
        {candidate.kept ? (
          <span>{CLAIM_KIND_WORDS[candidate.kind]}</span>
        ) : (
          <span>{candidate.why === '' ? 'left out by you' : candidate.why}</span>
        )}
        {candidate.cites.length === 0 ? null : (
          <span className={styles.mono}>
            cites {candidate.cites.map((number) => `[${number}]`).join('')}
            {candidate.cites.length === 1 ? '' : ' together'}
          </span>
        )}
        {candidate.pieces.length === 1 ? null : <span>{candidate.pieces.length} sentences joined</span>}
        {candidate.edited ? <Pill tone="qualifies">your words</Pill> : null}
      </span>
    </button>
  )
})
