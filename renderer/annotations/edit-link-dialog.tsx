import { quotationOf } from '@shared/annotations/annotation'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { type EvidenceLink, RELATION_SIGNS, RELATIONS, type Relation } from '@shared/claims/evidence-link'
import type { ReadingId } from '@shared/claims/reading'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, SelectField, TextField } from '../ui/field'
import { editEvidenceLink } from './commands/edit-evidence-link'
import styles from './dialogs.module.css'
import type { Mark } from './marks'
import { useRun } from './use-run'

type EditLinkDialogProps = {
  readonly mark: Mark
  readonly link: EvidenceLink
  readonly claims: readonly Claim[]
  readonly onClose: () => void
}

const STRENGTHS = [
  { value: 'none', label: 'not weighed' },
  { value: 'strong', label: 'strong' },
  { value: 'moderate', label: 'moderate' },
  { value: 'weak', label: 'weak' },
] as const

/** Changes everything about a link: claim, relation, readings, strength and note. */
export function EditLinkDialog({ mark, link, claims, onClose }: EditLinkDialogProps) {
  const run = useRun()
  const [claimId, setClaimId] = useState<ClaimId>(link.claimId)
  const [relation, setRelation] = useState<Relation>(link.relation)
  const [readingIds, setReadingIds] = useState<readonly ReadingId[]>(link.readingIds)
  const [strength, setStrength] = useState<(typeof STRENGTHS)[number]['value']>(link.strength ?? 'none')
  const [note, setNote] = useState(link.note)
  const claim = claims.find((one) => one.id === claimId)
  const save = async (): Promise<void> => {
    const input = { id: link.id, claimId, relation, readingIds, strength: strength === 'none' ? null : strength, note: note.trim() }
    if (await run(editEvidenceLink, input)) onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="How this passage bears on the claim"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <blockquote className={styles.quote}>{quotationOf(mark.annotation)}</blockquote>
        <SelectField
          label="Claim"
          value={claimId}
          options={claims.map((one) => ({ value: one.id, label: `${one.number}  ${one.text}` }))}
          onChange={(next) => {
            setClaimId(next)
            setReadingIds(next === link.claimId ? link.readingIds : [])
          }}
        />
        <div className={styles.pair}>
          <SelectField
            label="Relation"
            value={relation}
            options={RELATIONS.map((one) => ({ value: one, label: `${RELATION_SIGNS[one].shape} ${RELATION_SIGNS[one].word}` }))}
            onChange={setRelation}
          />
          <SelectField label="Strength" value={strength} options={STRENGTHS} onChange={setStrength} />
        </div>
        {claim === undefined || claim.readings.length === 0 ? null : (
          <fieldset className={styles.readings}>
            <legend>Readings it bears on (none ticked: all of them)</legend>
            {claim.readings.map((reading) => (
              <CheckField
                key={reading.id}
                label={reading.label}
                checked={readingIds.includes(reading.id)}
                onChange={(checked) => setReadingIds(checked ? [...readingIds, reading.id] : readingIds.filter((id) => id !== reading.id))}
              />
            ))}
          </fieldset>
        )}
        <TextField
          label="Note"
          multiline
          value={note}
          onChange={setNote}
          hint="Why the passage bears on the claim in this way. It stands in the dossier."
        />
      </div>
    </Dialog>
  )
}
