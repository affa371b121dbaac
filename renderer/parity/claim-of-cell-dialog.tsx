import type { Analysis } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import { claimFromCell } from '@shared/parity/cell-words'
import type { ShownCell } from '@shared/parity/matrix-view'
import { newId } from '@shared/units/ids'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { claimNumbersGiven } from '../claims/claim-numbers'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { KindAndSection } from '../claims/kind-and-section'
import { TextField } from '../ui/field'
import { useWorkbench } from '../workbench/workbench'
import { claimOfCell } from './commands/claim-of-cell'
import styles from './dialogs.module.css'

/** Makes a claim of a cell. The words are proposed from what was counted, to be worked over. */
export function ClaimOfCellDialog({
  analysis,
  shown,
  act,
  onMade,
  onClose,
}: {
  readonly analysis: Analysis
  readonly shown: ShownCell
  readonly act: Act
  readonly onMade: (id: ClaimId) => void
  readonly onClose: () => void
}) {
  const { db } = useWorkbench()
  const proposed = claimFromCell(shown, shown)
  const [text, setText] = useState(proposed?.text ?? '')
  const [kind, setKind] = useState(proposed?.kind ?? 'finding')
  const [section, setSection] = useState(analysis.sections[0]?.id ?? '')
  const { cell } = shown
  const save = async (): Promise<void> => {
    if (cell === null) return
    const id = newId('claim')
    const numbersGiven = await claimNumbersGiven(db, analysis.id)
    if (
      await act(
        claimOfCell,
        { cellId: cell.id, claim: { id, analysisId: analysis.id, sectionId: section, kind, text, numbersGiven } },
        'Claim made of the cell.',
      )
    )
      onMade(id)
  }
  const rests = [
    cell?.annotationIds.length ? `${cell.annotationIds.length} of its passages support it` : '',
    cell?.searchNoteIds.length ? `${cell.searchNoteIds.length} of its searches bear on it` : '',
  ].filter((words) => words !== '')
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Make a claim of this cell"
      description={
        rests.length === 0
          ? 'The cell has no passages or searches yet, so the claim begins without evidence; the cell stays tied to it.'
          : `${rests.join(', ')}. The cell stays tied to the claim.`
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={text.trim() === '' || section === ''} onClick={() => void save()}>
            Make the claim
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label="Claim" multiline serif value={text} onChange={setText} />
        <KindAndSection sections={analysis.sections} kind={kind} onKind={setKind} section={section} onSection={setSection} />
      </div>
    </Dialog>
  )
}
