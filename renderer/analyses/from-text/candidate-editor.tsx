import {
  type Candidate,
  joinWithNext,
  keepCandidate,
  nextToJoin,
  type Review,
  rewordCandidate,
  splitCandidate,
} from '@shared/analyses/from-text/review'
import { CLAIM_KIND_WORDS, CLAIM_KINDS, type ClaimKind } from '@shared/claims/claim'
import { Check, Merge, Minus, SplitSquareVertical } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/field'
import styles from './from-text.module.css'

type CandidateEditorProps = {
  readonly review: Review
  readonly candidate: Candidate
  readonly onReview: (review: Review) => void
  readonly onKind: (kind: ClaimKind) => void
  readonly onLeave: () => void
}

/** What can be done with the chosen candidate. Words take effect when the field is left. */
export function CandidateEditor({ review, candidate, onReview, onKind, onLeave }: CandidateEditorProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(candidate.text)
  const [caret, setCaret] = useState(0)
  const within = caret > 0 && caret < text.length && text === candidate.text
  return (
    <div className={styles.editor}>
      <label htmlFor={id} className={styles.hidden}>
        Words of the claim
      </label>
      <textarea
        id={id}
        ref={field}
        className={styles.field}
        rows={Math.min(6, Math.max(2, Math.ceil(text.length / 70)))}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => onReview(rewordCandidate(review, candidate.id, text))}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
          event.preventDefault()
          event.stopPropagation()
          onLeave()
        }}
      />
      <div className={styles.tools}>
        <SelectField
          label="Kind"
          hideLabel
          value={candidate.kind}
          options={CLAIM_KINDS.map((value) => ({ value, label: CLAIM_KIND_WORDS[value] }))}
          onChange={onKind}
        />
        <Button
          kind="quiet"
          icon={candidate.kept ? Minus : Check}
          onClick={() => onReview(keepCandidate(review, candidate.id, !candidate.kept))}
        >
          {candidate.kept ? 'Leave out' : 'Keep'}
        </Button>
        <Button
          kind="quiet"
          icon={Merge}
          disabled={nextToJoin(review, candidate.id) === null}
          onClick={() => onReview(joinWithNext(review, candidate.id))}
        >
          Join with the next
        </Button>
        <Button
          kind="quiet"
          icon={SplitSquareVertical}
          disabled={!within}
          title={within ? undefined : 'Set the cursor between two words first'}
          onClick={() => onReview(splitCandidate(review, candidate.id, caret))}
        >
          Split at the cursor
        </Button>
      </div>
      {candidate.asides.length === 0 ? null : <p className={styles.third}>Goes into the notes: {candidate.asides.join('; ')}</p>}
    </div>
  )
}
