import type { ParityMatrix } from '@shared/parity/parity-matrix'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Segmented } from '../ui/segmented'
import { putParityMatrix } from './commands/put-parity-matrix'
import styles from './dialogs.module.css'
import { MatrixAgencies } from './matrix-agencies'
import { MatrixElements } from './matrix-elements'
import { MatrixTables } from './matrix-tables'

export type MatrixPart = 'tables' | 'elements' | 'agencies'

/** Changes the tables, years, elements and agencies of a matrix; all of it is kept in one step. */
export function MatrixDialog({
  matrix,
  part: first,
  act,
  onClose,
}: {
  readonly matrix: ParityMatrix
  readonly part: MatrixPart
  readonly act: Act
  readonly onClose: () => void
}) {
  const [draft, setDraft] = useState(matrix)
  const [part, setPart] = useState(first)
  const { createdAt: _set, ...kept } = draft
  const wrong =
    draft.title.trim() === '' ||
    draft.elements.some(({ label }) => label.trim() === '') ||
    draft.agencies.some(({ short, name }) => short.trim() === '' || name.trim() === '')
  const save = async (): Promise<void> => {
    if (await act(putParityMatrix, kept, 'Matrix changed.')) onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="The matrix"
      description="What is no longer in the matrix takes its cells with it; Ctrl Z brings both back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={wrong} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Segmented
          label="Part"
          value={part}
          options={[
            { value: 'tables', label: 'Years and tables' },
            { value: 'elements', label: `Elements (${draft.elements.length})` },
            { value: 'agencies', label: `Agencies (${draft.agencies.length})` },
          ]}
          onChange={setPart}
        />
        {part === 'tables' ? (
          <MatrixTables draft={draft} onDraft={setDraft} />
        ) : part === 'elements' ? (
          <MatrixElements draft={draft} onDraft={setDraft} />
        ) : (
          <MatrixAgencies draft={draft} onDraft={setDraft} />
        )}
      </div>
    </Dialog>
  )
}
