import { Pencil } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '../../ui/button'
import { classes } from '../../ui/classes'
import { TextField } from '../../ui/field'
import styles from './editable-text.module.css'

type EditableTextProps = {
  /** What it is, for the field and the button: "question". */
  readonly label: string
  readonly value: string
  /** Keeps the new text; answers whether it was kept. */
  readonly onSave: (value: string) => Promise<boolean>
  /** What stands there while it is empty. */
  readonly empty?: string | undefined
  /** How it is shown: the text unless told. */
  readonly children?: ReactNode
  readonly multiline?: boolean | undefined
  readonly serif?: boolean | undefined
  readonly hint?: string | undefined
  readonly className?: string | undefined
}

/** A text that is edited where it stands: the pencil or a double click opens it, Enter (Ctrl Enter in several lines) keeps it, Escape leaves it. */
export function EditableText({ label, value, onSave, empty, children, multiline = true, serif, hint, className }: EditableTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [saving, setSaving] = useState<string | null>(null)
  const pencil = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const giveFocusBack = useRef(false)
  // Closed as soon as the kept text is shown, so that the keys of the screen work again and are not typed into a field on its way out.
  const open = draft !== null && !(draft === saving && draft.trim() === value.trim())
  useEffect(() => {
    if (open) field.current?.querySelector<HTMLElement>('textarea, input')?.focus()
    else if (giveFocusBack.current) pencil.current?.focus()
    giveFocusBack.current = open
  }, [open])

  const close = (): void => setDraft(null)
  const save = async (): Promise<void> => {
    if (draft === null) return
    if (draft.trim() === value.trim()) return close()
    setSaving(draft)
    const kept = await onSave(draft.trim())
    setSaving(null)
    // What was typed on in the meantime is not thrown away.
    if (kept) setDraft((now) => (now === draft ? null : now))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    }
  }

  if (open) {
    return (
      <div ref={field} className={styles.editing}>
        {/* A heading stays one for screen readers while its text is edited. */}
        <div className={styles.away}>{children}</div>
        <TextField
          label={label}
          hideLabel
          multiline={multiline}
          serif={serif}
          value={draft}
          onChange={setDraft}
          onKeyDown={onKeyDown}
          hint={hint}
        />
        <div className={styles.buttons}>
          <Button kind="primary" shortcut={multiline ? 'Mod+Enter' : 'Enter'} onClick={() => void save()}>
            Save
          </Button>
          <Button kind="quiet" shortcut="Esc" onClick={close}>
            Cancel
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={classes(styles.shown, className)} onDoubleClick={() => setDraft(value)}>
      <div className={classes(styles.text, serif && styles.serif, value === '' && styles.empty)}>
        {value === '' ? (empty ?? `No ${label} yet.`) : (children ?? value)}
      </div>
      <span className={styles.pencil}>
        <IconButton ref={pencil} label={`Edit ${label}`} icon={Pencil} onClick={() => setDraft(value)} />
      </span>
    </div>
  )
}
