import { readOutsideAddress } from '@shared/documents/outside-address'
import { useState } from 'react'
import { CodesField } from '../annotations/codes-field'
import { codesIn } from '../annotations/exemption-codes'
import dialogs from '../annotations/dialogs.module.css'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { Notice } from '../ui/notice'
import styles from './reader.module.css'

type AskProps = { readonly onClose: () => void }

/** Asks for a note on a whole page. */
export function PageNoteDialog({ page, onClose, onSave }: AskProps & { readonly page: number; readonly onSave: (note: string) => void }) {
  const [note, setNote] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Note on page ${page + 1}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={note.trim() === ''} onClick={() => onSave(note.trim())}>
            Keep the note
          </Button>
        </>
      }
    >
      <TextField
        label="Note"
        multiline
        rows={4}
        value={note}
        onChange={setNote}
        hint="For what belongs to the page as a whole. To cite its words, select them or draw a box."
      />
    </Dialog>
  )
}

/** Asks for the exemption codes of a redaction that is marked in the text. */
export function RedactionDialog({ onClose, onSave }: AskProps & { readonly onSave: (codes: readonly string[], comment: string) => void }) {
  const [codes, setCodes] = useState('')
  const [comment, setComment] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title="Mark as a redaction"
      description="What was withheld here, and under which exemption."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => onSave(codesIn(codes), comment.trim())}>
            Mark
          </Button>
        </>
      }
    >
      <div className={dialogs.fields}>
        <CodesField value={codes} onChange={setCodes} />
        <TextField label="Comment" multiline rows={2} value={comment} onChange={setComment} />
      </div>
    </Dialog>
  )
}

/** Shows where an outside link leads. It is never opened from here. */
export function OutsideLinkDialog({ address, onClose, onCopy }: AskProps & { readonly address: string; readonly onCopy: () => void }) {
  const outside = readOutsideAddress(address)
  return (
    <Dialog
      open
      onClose={onClose}
      title="This link leads outside"
      description="Vouch opens nothing outside this machine. The address can be copied and opened where you choose."
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button kind="primary" onClick={onCopy}>
            Copy the address
          </Button>
        </>
      }
    >
      <dl className={dialogs.fields}>
        <div>
          <dt>Address</dt>
          <dd>
            <code className={styles.address}>{outside.address}</code>
          </dd>
        </div>
        {outside.host === null ? null : (
          <div>
            <dt>Host</dt>
            <dd>
              <code>{outside.host}</code>
            </dd>
          </div>
        )}
      </dl>
      {outside.care === null ? null : (
        <Notice kind="warning">
          <p>{outside.care}</p>
        </Notice>
      )}
    </Dialog>
  )
}
