import type { Analysis } from '@shared/analyses/analysis'
import type { ClaimId, ClaimKind } from '@shared/claims/claim'
import { newId } from '@shared/units/ids'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { KindAndSection } from './kind-and-section'
import { useWorkbench } from '../workbench/workbench'
import { claimNumbersGiven } from './claim-numbers'
import { addClaim } from './commands/add-claim'

type AddClaimDialogProps = {
  readonly analysis: Analysis
  readonly sectionId: string
  readonly act: Act
  readonly onAdded: (id: ClaimId) => void
  readonly onClose: () => void
}

/** Adds a claim to a section; its number is given by the workbench and never changes. */
export function AddClaimDialog({ analysis, sectionId, act, onAdded, onClose }: AddClaimDialogProps) {
  const { db } = useWorkbench()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<ClaimKind>('finding')
  const [section, setSection] = useState(sectionId)
  const save = async (): Promise<void> => {
    const id = newId('claim')
    const numbersGiven = await claimNumbersGiven(db, analysis.id)
    if (await act(addClaim, { id, analysisId: analysis.id, sectionId: section, kind, text, numbersGiven }, 'Claim added.')) onAdded(id)
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Add a claim"
      description="One assertion that a passage can support or contradict. It gets the next number, which stays with it for good."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={text.trim() === ''} onClick={() => void save()}>
            Add claim
          </Button>
        </>
      }
    >
      <TextField label="Claim" multiline serif value={text} onChange={setText} />
      <KindAndSection sections={analysis.sections} kind={kind} onKind={setKind} section={section} onSection={setSection} />
    </Dialog>
  )
}
