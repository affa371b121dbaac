import type { AnalysisId } from '@shared/analyses/analysis'
import type { ParityMatrixId } from '@shared/parity/parity-matrix'
import { newId } from '@shared/units/ids'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, TextField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { putParityMatrix } from './commands/put-parity-matrix'
import styles from './dialogs.module.css'
import { SHIPPED_TEMPLATE } from './templates'

/** Makes a matrix, from the template that ships or from nothing. */
export function NewMatrixDialog({
  analysisId,
  from: first,
  act,
  onMade,
  onClose,
}: {
  readonly analysisId: AnalysisId
  readonly from: 'template' | 'nothing'
  readonly act: Act
  readonly onMade: (id: ParityMatrixId) => void
  readonly onClose: () => void
}) {
  const template = SHIPPED_TEMPLATE
  const [from, setFrom] = useState(first)
  const [title, setTitle] = useState<string | null>(null)
  const [off, setOff] = useState<ReadonlySet<string>>(new Set(['dhs', '2023']))
  const shownTitle = title ?? (from === 'template' ? (template?.title ?? '') : '')
  const toggle = (key: string, on: boolean): void => {
    const next = new Set(off)
    if (on) next.delete(key)
    else next.add(key)
    setOff(next)
  }
  const save = async (): Promise<void> => {
    const id = newId('matrix')
    const taken = from === 'template' ? template : null
    const made = {
      id,
      analysisId,
      title: shownTitle.trim(),
      elements: taken?.elements ?? [],
      agencies: taken?.agencies.filter((agency) => !off.has(agency.id)) ?? [],
      years: taken?.years.filter((year) => !off.has(String(year))) ?? [],
      tables: [],
    }
    if (await act(putParityMatrix, made, 'Matrix made.')) onMade(id)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="New matrix"
      description="Elements that an agency ought to disclose, by agency and year. All of it can be changed afterwards."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={shownTitle.trim() === ''} onClick={() => void save()}>
            Make the matrix
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Segmented
          label="Begin with"
          value={from}
          options={[
            { value: 'template', label: 'AI-use inventories' },
            { value: 'nothing', label: 'Nothing' },
          ]}
          onChange={setFrom}
        />
        <TextField label="Title" value={shownTitle} onChange={setTitle} />
        {from === 'nothing' || template === null ? null : (
          <>
            <p className={styles.hint}>
              {template.about} {template.elements.length} elements.
            </p>
            <div className={styles.pair}>
              <fieldset className={styles.choices}>
                <legend>Agencies</legend>
                {template.agencies.map(({ id, short, name }) => (
                  <CheckField key={id} label={`${short}, ${name}`} checked={!off.has(id)} onChange={(on) => toggle(id, on)} />
                ))}
              </fieldset>
              <fieldset className={styles.choices}>
                <legend>Years</legend>
                {template.years.map((year) => (
                  <CheckField
                    key={year}
                    label={String(year)}
                    checked={!off.has(String(year))}
                    onChange={(on) => toggle(String(year), on)}
                  />
                ))}
              </fieldset>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
