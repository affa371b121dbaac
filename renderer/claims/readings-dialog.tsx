import type { Claim } from '@shared/claims/claim'
import type { Reading } from '@shared/claims/reading'
import { newId } from '@shared/units/ids'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import type { Evidence } from './claim-detail'
import styles from './claim-dialogs.module.css'
import { editClaim } from './commands/edit-claim'
import { removeReading } from './commands/remove-reading'

type ReadingsDialogProps = {
  readonly claim: Claim
  readonly evidence: readonly Evidence[]
  readonly act: Act
  readonly onClose: () => void
}

/** Adds, renames and removes the readings of a claim. Removing one asks what becomes of evidence that bears on it alone. */
export function ReadingsDialog({ claim, evidence, act, onClose }: ReadingsDialogProps) {
  const [readings, setReadings] = useState<readonly Reading[]>(claim.readings.length > 0 ? claim.readings : [blank(), blank()])
  const [asking, setAsking] = useState<Reading | null>(null)
  const change = (id: string, fields: Partial<Pick<Reading, 'label' | 'description'>>): void =>
    setReadings(readings.map((one) => (one.id === id ? { ...one, ...fields } : one)))
  const kept = readings.filter((one) => one.label.trim() !== '' || claim.readings.some((old) => old.id === one.id))
  const nameless = kept.some((one) => one.label.trim() === '')
  const aloneOn = (reading: Reading): number =>
    evidence.filter(({ link }) => link.readingIds.length === 1 && link.readingIds[0] === reading.id).length

  const save = async (): Promise<void> => {
    const trimmed = kept.map((one) => ({ ...one, label: one.label.trim(), description: one.description.trim() }))
    if (await act(editClaim, { id: claim.id, fields: { readings: trimmed } }, `Readings of ${claim.number} changed.`)) onClose()
  }
  const take = async (reading: Reading, links: 'unlink' | 'whole-claim'): Promise<void> => {
    setAsking(null)
    const stored = claim.readings.some((one) => one.id === reading.id)
    if (stored && !(await act(removeReading, { claimId: claim.id, readingId: reading.id, links }, `Reading “${reading.label}” removed.`)))
      return
    setReadings(readings.filter((one) => one.id !== reading.id))
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`Readings of ${claim.number}`}
      description="Ways to understand the claim. Evidence may bear on one reading and not on another, and each can be judged by itself."
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button kind="primary" disabled={nameless} onClick={() => void save()}>
            Save readings
          </Button>
        </>
      }
    >
      {readings.map((reading, at) => (
        <fieldset key={reading.id} className={styles.reading}>
          <legend>Reading {at + 1}</legend>
          <TextField
            label="In a few words"
            value={reading.label}
            onChange={(label) => change(reading.id, { label })}
            placeholder="a list of purchases"
          />
          <TextField
            label="What the claim then says"
            multiline
            rows={2}
            value={reading.description}
            onChange={(description) => change(reading.id, { description })}
          />
          {asking?.id === reading.id ? (
            <div className={styles.question}>
              <p>
                {aloneOn(reading) === 1 ? 'One passage bears' : `${aloneOn(reading)} passages bear`} on this reading alone. What becomes of{' '}
                {aloneOn(reading) === 1 ? 'it' : 'them'}?
              </p>
              <Button onClick={() => void take(reading, 'unlink')}>Unlink from {claim.number}</Button>
              <Button onClick={() => void take(reading, 'whole-claim')}>Let bear on the whole claim</Button>
              <Button kind="quiet" onClick={() => setAsking(null)}>
                Keep the reading
              </Button>
            </div>
          ) : (
            <Button
              kind="quiet"
              icon={Trash2}
              className={styles.remove}
              onClick={() => (aloneOn(reading) > 0 ? setAsking(reading) : void take(reading, 'whole-claim'))}
            >
              Remove this reading
            </Button>
          )}
        </fieldset>
      ))}
      <Button icon={Plus} onClick={() => setReadings([...readings, blank()])}>
        Add a reading
      </Button>
    </Dialog>
  )
}

const blank = (): Reading => ({ id: newId('reading'), label: '', description: '' })
