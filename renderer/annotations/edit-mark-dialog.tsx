import { quotationOf } from '@shared/annotations/annotation'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { editAnnotation } from './commands/edit-annotation'
import styles from './dialogs.module.css'
import { codesIn } from './exemption-codes'
import type { Mark } from './marks'
import { useRun } from './use-run'

/** Changes what the researcher wrote at a mark. The words of a document are never changed. */
export function EditMarkDialog({ mark: { annotation }, onClose }: { readonly mark: Mark; readonly onClose: () => void }) {
  const run = useRun()
  const isTyped = annotation.kind !== 'page-note' && annotation.segments.length === 1 && annotation.segments[0]?.textOrigin === 'typed'
  const [comment, setComment] = useState(annotation.comment)
  const [codes, setCodes] = useState(annotation.exemptionCodes.join(', '))
  const [typed, setTyped] = useState(quotationOf(annotation))
  const save = async (): Promise<void> => {
    const input = { id: annotation.id, comment: comment.trim(), ...(annotation.kind === 'redaction' ? { exemptionCodes: codesIn(codes) } : {}), ...(isTyped ? { typed } : {}) }
    if (await run(editAnnotation, input)) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={annotation.kind === 'page-note' ? 'Note on this page' : 'Edit the mark'}
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
        {isTyped ? (
          <TextField label="What it says" multiline serif value={typed} onChange={setTyped} hint="Word for word. Without words the box cannot be cited." />
        ) : annotation.kind === 'page-note' ? null : (
          <blockquote className={styles.quote}>{quotationOf(annotation)}</blockquote>
        )}
        {annotation.kind === 'redaction' ? <TextField label="Exemption codes" value={codes} onChange={setCodes} hint="As printed, with commas: (b)(6), (b)(7)(E)" /> : null}
        <TextField label={annotation.kind === 'page-note' ? 'Note' : 'Comment'} multiline value={comment} onChange={setComment} />
      </div>
    </Dialog>
  )
}
