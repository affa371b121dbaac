import { quotationOf } from '@shared/annotations/annotation'
import type { Claim } from '@shared/claims/claim'
import { type EvidenceLink, RELATION_SIGNS, RELATIONS } from '@shared/claims/evidence-link'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { editEvidenceLink } from '../annotations/commands/edit-evidence-link'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, SelectField, TextField } from '../ui/field'
import type { Evidence } from './claim-detail'
import styles from './claim-dialogs.module.css'

const STRENGTHS = ['unsaid', 'strong', 'moderate', 'weak'] as const

/** Changes how a passage bears on the claim: relation, readings, strength, note. The passage itself stays as it is. */
export function EvidenceDialog({
  evidence,
  claim,
  act,
  onClose,
}: {
  readonly evidence: Evidence
  readonly claim: Claim
  readonly act: Act
  readonly onClose: () => void
}) {
  const { link } = evidence
  const [relation, setRelation] = useState(link.relation)
  const [strength, setStrength] = useState<EvidenceLink['strength']>(link.strength)
  const [readingIds, setReadingIds] = useState(link.readingIds)
  const [note, setNote] = useState(link.note)
  const save = async (): Promise<void> => {
    if (await act(editEvidenceLink, { id: link.id, relation, strength, readingIds, note: note.trim() }, 'Link changed.')) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`How this passage bears on ${claim.number}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <blockquote className={styles.quote}>“{quotationOf(evidence.annotation)}”</blockquote>
      <SelectField
        label="Relation"
        value={relation}
        options={RELATIONS.map((one) => ({ value: one, label: `${RELATION_SIGNS[one].shape} ${RELATION_SIGNS[one].word}` }))}
        onChange={setRelation}
      />
      <SelectField
        label="Strength"
        value={strength ?? 'unsaid'}
        options={STRENGTHS.map((one) => ({ value: one, label: one === 'unsaid' ? 'not said' : one }))}
        onChange={(chosen) => setStrength(chosen === 'unsaid' ? null : chosen)}
      />
      {claim.readings.length === 0 ? null : (
        <fieldset className={styles.checks}>
          <legend>Readings it bears on</legend>
          {claim.readings.map((reading) => (
            <CheckField
              key={reading.id}
              label={reading.label}
              checked={readingIds.includes(reading.id)}
              onChange={(checked) => setReadingIds(checked ? [...readingIds, reading.id] : readingIds.filter((id) => id !== reading.id))}
            />
          ))}
          <p className={styles.hint}>
            {readingIds.length === 0 ? 'None chosen: it bears on all readings.' : 'It bears on the chosen readings alone.'}
          </p>
        </fieldset>
      )}
      <TextField
        label="Note"
        multiline
        value={note}
        onChange={setNote}
        hint="What the passage shows, and what it does not. It stands in the dossier."
      />
    </Dialog>
  )
}
