import { DISCLOSURE_AUTHORS, DISCLOSURE_TRIGGERS, type DisclosureEvent, isDisclosed } from '@shared/documents/disclosure-event'
import { AUTHOR_WORDS, TRIGGER_WORDS } from '@shared/documents/disclosure-standing'
import type { DocumentId } from '@shared/documents/document'
import type { Outcome } from '@shared/errors/outcome'
import { newId } from '@shared/units/ids'
import { partialDateSchema } from '@shared/units/time'
import { useId, useState } from 'react'
import { putDisclosureEvent } from '../documents/commands/put-disclosure-event'
import { removeDisclosureEvent } from '../documents/commands/remove-disclosure-event'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import { Pill } from '../ui/pill'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './document-dialogs.module.css'

type Props = { readonly documentId: DocumentId; readonly edited: DisclosureEvent | 'new' | null; readonly onClose: () => void }

/** Says how and when a document came out: who put it out, what set that off, and under which request or address. */
export function DisclosureDialog({ documentId, edited, onClose }: Props) {
  const old = edited === 'new' ? null : edited
  return (
    <Dialog
      open={edited !== null}
      onClose={onClose}
      title={old === null ? 'How it came out' : 'Change how it came out'}
      description="A document can come out several times: posted by the agency, and released to a requester before that."
    >
      {edited === null ? null : <EventForm documentId={documentId} old={old} onClose={onClose} />}
    </Dialog>
  )
}

function EventForm({
  documentId,
  old,
  onClose,
}: {
  readonly documentId: DocumentId
  readonly old: DisclosureEvent | null
  readonly onClose: () => void
}) {
  const workbench = useWorkbench()
  const toasts = useToast()
  const form = useId()
  const [author, setAuthor] = useState(old?.author ?? 'agency')
  const [trigger, setTrigger] = useState(old?.trigger ?? 'required')
  const [date, setDate] = useState<string>(old?.date ?? '')
  const [obtainedBy, setObtainedBy] = useState(old?.obtainedBy ?? '')
  const [reference, setReference] = useState(old?.reference ?? '')
  const [note, setNote] = useState(old?.note ?? '')
  const known = date.trim() === '' ? null : partialDateSchema.safeParse(date.trim())
  const disclosed = isDisclosed({ author, trigger })

  const end = (done: Outcome<unknown>, text: string): void => {
    if (!done.ok) return toasts.show({ text: done.problem.what, problem: done.problem })
    toasts.show({ text, action: { label: 'Undo', onSelect: () => void workbench.undo() } })
    onClose()
  }
  const save = async (): Promise<void> => {
    if (known !== null && !known.success) return
    const event: DisclosureEvent = {
      id: old?.id ?? newId('disclosure'),
      documentId,
      author,
      trigger,
      date: known?.data ?? null,
      obtainedBy: obtainedBy.trim(),
      reference: reference.trim(),
      note: note.trim(),
    }
    end(await workbench.run(putDisclosureEvent, event), 'Recorded how the document came out.')
  }
  return (
    <form
      id={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <SelectField
        label="Put out by"
        value={author}
        options={DISCLOSURE_AUTHORS.map((value) => ({ value, label: AUTHOR_WORDS[value] }))}
        onChange={setAuthor}
      />
      <SelectField
        label="What set it off"
        value={trigger}
        options={DISCLOSURE_TRIGGERS.map((value) => ({ value, label: TRIGGER_WORDS[value] }))}
        onChange={setTrigger}
      />
      <p className={styles.follows}>
        So it counts as <Pill tone={disclosed ? 'supports' : 'context'}>{disclosed ? 'disclosed' : 'discovered'}</Pill>
      </p>
      <TextField
        label="Date"
        value={date}
        onChange={setDate}
        hint="As far as it is known: 2025, 2025-06 or 2025-06-30."
        error={known !== null && !known.success ? 'A date is written 2025, 2025-06 or 2025-06-30.' : null}
      />
      <TextField label="Obtained by" value={obtainedBy} onChange={setObtainedBy} />
      <TextField
        label="Reference"
        value={reference}
        onChange={setReference}
        hint="The request, docket or address under which it was obtained."
      />
      <TextField label="Note" value={note} onChange={setNote} multiline />
      <div className={styles.actions}>
        {old === null ? null : (
          <Button
            kind="danger"
            onClick={() =>
              void workbench.run(removeDisclosureEvent, { id: old.id }).then((done) => end(done, 'Removed the disclosure event.'))
            }
          >
            Remove
          </Button>
        )}
        <span className={styles.gap} />
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  )
}
