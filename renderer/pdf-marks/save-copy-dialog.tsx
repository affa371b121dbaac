import type { Analysis } from '@shared/analyses/analysis'
import type { Document } from '@shared/documents/document'
import type { Problem } from '@shared/errors/outcome'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField } from '../ui/field'
import { Progress } from '../ui/progress'
import { ProblemNotice } from '../ui/problem-notice'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { saveCopy } from './save-copy'

/** Asks what to write into a copy of a PDF, and writes it. */
export function SaveCopyDialog({
  document,
  analysis,
  marks,
  onClose,
}: {
  readonly document: Document
  readonly analysis: Analysis | null
  readonly marks: number
  readonly onClose: () => void
}) {
  const workbench = useWorkbench()
  const toast = useToast()
  const [withClaims, setWithClaims] = useState(false)
  const [saving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const save = async (): Promise<void> => {
    setSaving(true)
    setTrouble(null)
    const saved = await saveCopy(workbench, document, withClaims ? analysis : null)
    setSaving(false)
    if (!saved.ok) return setTrouble(saved.problem)
    if (saved.value === null) return
    toast.show({ text: `Saved a copy with ${saved.value.marks} ${saved.value.marks === 1 ? 'mark' : 'marks'}: ${saved.value.shownPath}` })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={saving ? () => undefined : onClose}
      title="Save a copy with marks"
      description={`A new PDF with the ${marks} ${marks === 1 ? 'mark' : 'marks'} of this document in it, for Acrobat, Preview and other readers. The original stays as it is, byte for byte.`}
      footer={
        <>
          <Button onClick={onClose} disabled={saving}>
            Cancel
          </Button>
          <Button kind="primary" disabled={saving} onClick={() => void save()}>
            Save a copy…
          </Button>
        </>
      }
    >
      <CheckField
        label="Write claims and relations into the comments"
        checked={withClaims}
        disabled={saving || analysis === null}
        onChange={setWithClaims}
        hint="Others then read what each mark bears on. Comments, tags and your name as the author are always part of the copy."
      />
      {saving ? <Progress label="Writing the copy" done={0} of={null} /> : null}
      {trouble === null ? null : <ProblemNotice problem={trouble} />}
    </Dialog>
  )
}
