import { type Candidate, joinWithNext, keepCandidate, type Review, setCandidateKind } from '@shared/analyses/from-text/review'
import { CLAIM_KIND_WORDS } from '@shared/claims/claim'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
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

/** The candidates by section; the chosen one opens for editing. Rows out of sight are not laid out (`content-visibility`). */
export function CandidateList({ review, candidates, selected, onSelect, onReview }: CandidateListProps) {
  const list = useRef<HTMLOListElement>(null)
  const chosen = selected?.id ?? null
  useEffect(() => {
    if (chosen !== null) list.current?.querySelector(`[data-candidate="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const focusRow = (id: number): void => list.current?.querySelector<HTMLElement>(`[data-candidate="${id}"] > button`)?.focus()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || selected === null) return
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -candidates.length, End: candidates.length }[event.key]
    if (step !== undefined) {
      const at = candidates.findIndex(({ id }) => id === selected.id)
      const next = candidates[Math.min(Math.max(at + step, 0), candidates.length - 1)]
      if (next !== undefined) {
        onSelect(next.id)
        focusRow(next.id)
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
    <ol ref={list} className={styles.rows}>
      {candidates.map((candidate, at) => {
        const begins = candidate.section !== candidates[at - 1]?.section
        return (
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
                onLeave={() => focusRow(candidate.id)}
              />
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

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
