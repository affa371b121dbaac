import type { AnalysisId } from '@shared/analyses/analysis'
import { newId } from '@shared/units/ids'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { createAnalysis } from './commands/create-analysis'
import type { Act } from './editing/use-act'

/** Begins an analysis from a name and a question. */
export function NewAnalysisDialog({
  act,
  onMade,
  onClose,
}: {
  readonly act: Act
  readonly onMade: (id: AnalysisId) => void
  readonly onClose: () => void
}) {
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState('')
  const save = async (): Promise<void> => {
    const id = newId('analysis')
    if (await act(createAnalysis, { id, title, question, asOf: null }, 'Analysis begun.')) onMade(id)
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="New analysis"
      description="A question, and the claims that will answer it. Everything can be changed later."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={title.trim() === ''} onClick={() => void save()}>
            Begin
          </Button>
        </>
      }
    >
      <TextField label="Short name" value={title} onChange={setTitle} placeholder="Body cameras: who may see the footage?" />
      <TextField label="Question" multiline serif value={question} onChange={setQuestion} hint="One that documents can answer." />
    </Dialog>
  )
}
