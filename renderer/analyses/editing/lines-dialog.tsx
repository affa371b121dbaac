import { useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'

type LinesDialogProps = {
  readonly title: string
  readonly label: string
  readonly lines: readonly string[]
  /** Keeps the lines that are not blank; answers whether they were kept. */
  readonly onSave: (lines: readonly string[]) => Promise<boolean>
  readonly onClose: () => void
}

/** Edits a list of short texts, one a line. */
export function LinesDialog({ title, label, lines, onSave, onClose }: LinesDialogProps) {
  const [text, setText] = useState(lines.join('\n'))
  const save = async (): Promise<void> => {
    const kept = [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    ]
    if (await onSave(kept)) onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <TextField label={label} multiline rows={7} value={text} onChange={setText} hint="One to a line." />
    </Dialog>
  )
}
