import { ASSESSMENT_STATUSES, ASSESSMENT_WORDS, type Assessment, type AssessmentStatus, CONFIDENCES } from '@shared/claims/assessment'
import type { Claim } from '@shared/claims/claim'
import type { Reading } from '@shared/claims/reading'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { AbsenceNotice } from '../searches/absence-notice'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import { useWorkbench } from '../workbench/workbench'
import { assessClaim } from './commands/assess-claim'
import { isSearched } from './commands/is-searched'
import styles from './claim-dialogs.module.css'

/** What each judgement says, for whoever has to choose. */
const MEANS: Readonly<Record<AssessmentStatus, string>> = {
  undeveloped: 'Nobody has judged it yet.',
  supported: 'What was found bears it out, within its limits.',
  contradicted: 'What was found and the claim cannot both be right.',
  mixed: 'There is weight on both sides.',
  'depends-on-reading': 'It holds on one way to understand it and not on another.',
  'outside-scope': 'No document within reach could show it.',
}
const UNSAID = 'unsaid'

type AssessDialogProps = {
  readonly claim: Claim
  readonly reading: Reading | null
  readonly current: Assessment | undefined
  readonly act: Act
  readonly onClose: () => void
}

/** Asks for the researcher's judgement of a claim or of one reading: status, confidence and the reasoning behind it. */
export function AssessDialog({ claim, reading, current, act, onClose }: AssessDialogProps) {
  const [status, setStatus] = useState<AssessmentStatus>(current?.status ?? 'undeveloped')
  const [confidence, setConfidence] = useState<Assessment['confidence']>(current?.confidence ?? null)
  const [reasoning, setReasoning] = useState(current?.reasoning ?? '')
  const { db } = useWorkbench()
  const searched = useLiveQuery(() => isSearched(db, claim.id), [db, claim.id])
  // The command refuses this as well; here it is said before, with the way out.
  const unsearched = claim.kind === 'absence' && status === 'supported' && searched === false
  const choices = reading === null ? ASSESSMENT_STATUSES : ASSESSMENT_STATUSES.filter((one) => one !== 'depends-on-reading')
  const save = async (): Promise<void> => {
    const said = `${claim.number} assessed as ${ASSESSMENT_WORDS[status]}.`
    if (
      await act(assessClaim, { claimId: claim.id, readingId: reading?.id ?? null, status, confidence, reasoning: reasoning.trim() }, said)
    )
      onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={reading === null ? `Assess ${claim.number}` : `Assess ${claim.number} on the reading “${reading.label}”`}
      description="Your judgement, apart from the evidence. Vouch never computes it from counts; where the two part, it says so. Earlier judgements stay in the history."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={unsearched} onClick={() => void save()}>
            Save judgement
          </Button>
        </>
      }
    >
      <fieldset className={styles.choices}>
        <legend>Judgement</legend>
        {choices.map((one) => (
          <label key={one} className={styles.choice}>
            <input type="radio" name="status" checked={one === status} onChange={() => setStatus(one)} />
            <span className={styles.choiceWord}>{ASSESSMENT_WORDS[one]}</span>
            <span className={styles.choiceMeans}>{MEANS[one]}</span>
          </label>
        ))}
      </fieldset>
      {unsearched ? <AbsenceNotice claim={claim} act={act} /> : null}
      <SelectField
        label="Confidence in this judgement"
        value={confidence ?? UNSAID}
        options={[{ value: UNSAID, label: 'not said' }, ...CONFIDENCES.map((one) => ({ value: one, label: one }))]}
        onChange={(chosen) => setConfidence(CONFIDENCES.find((one) => one === chosen) ?? null)}
      />
      <TextField
        label="Reasoning"
        multiline
        rows={4}
        value={reasoning}
        onChange={setReasoning}
        hint="Why, in a few sentences: which passages carry it, and what would change your mind."
      />
    </Dialog>
  )
}
