import type { Document } from '@shared/documents/document'
import type { Problem } from '@shared/errors/outcome'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { removeDocument } from '../documents/commands/remove-document'
import { renameDocument } from '../documents/commands/rename-document'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { Notice } from '../ui/notice'
import { ProblemNotice } from '../ui/problem-notice'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './document-dialogs.module.css'

export type DialogKind = 'rename' | 'remove' | 'unlock'

const TITLES: Readonly<Record<DialogKind, string>> = {
  rename: 'Rename the document',
  remove: 'Remove the document',
  unlock: 'This document needs a password',
}

/** The questions asked about one document. */
export function DocumentDialogs({
  asked,
  onClose,
}: {
  readonly asked: { readonly kind: DialogKind; readonly document: Document } | null
  readonly onClose: () => void
}) {
  return (
    <Dialog open={asked !== null} onClose={onClose} title={asked === null ? '' : TITLES[asked.kind]}>
      {asked?.kind === 'rename' ? <Rename document={asked.document} onClose={onClose} /> : null}
      {asked?.kind === 'remove' ? <Remove document={asked.document} onClose={onClose} /> : null}
      {asked?.kind === 'unlock' ? <Unlock document={asked.document} onClose={onClose} /> : null}
    </Dialog>
  )
}

type Asked = { readonly document: Document; readonly onClose: () => void }

function Rename({ document, onClose }: Asked) {
  const workbench = useWorkbench()
  const toasts = useToast()
  const [name, setName] = useState(document.name)
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const rename = async (): Promise<void> => {
    const done = await workbench.run(renameDocument, { id: document.id, name })
    if (!done.ok) return setTrouble(done.problem)
    toasts.show({ text: `Renamed to “${name.trim()}”.`, action: { label: 'Undo', onSelect: () => void workbench.undo() } })
    onClose()
  }
  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void rename())}>
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        hint="Only the name shown changes; the bytes and their SHA-256 stay."
        error={trouble?.what}
      />
      <Actions onClose={onClose} words="Rename" />
    </form>
  )
}

function Remove({ document, onClose }: Asked) {
  const workbench = useWorkbench()
  const toasts = useToast()
  const marks = useLiveQuery(() => workbench.db.annotations.where('documentId').equals(document.id).count(), [workbench, document.id])
  const remove = async (): Promise<void> => {
    const done = await workbench.run(removeDocument, { id: document.id, withMarks: true })
    if (!done.ok) return toasts.show({ text: done.problem.what, problem: done.problem })
    toasts.show({ text: `Removed “${document.name}”.`, action: { label: 'Undo', onSelect: () => void workbench.undo() } })
    onClose()
  }
  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void remove())}>
      <p>“{document.name}” leaves the library. Its bytes stay in the vault, and Undo brings all of it back.</p>
      {marks !== undefined && marks > 0 ? (
        <Notice kind="warning">
          <p>
            {marks === 1 ? 'One mark stands' : `${marks} marks stand`} in it and will go too, with {marks === 1 ? 'its' : 'their'} links to
            claims.
          </p>
        </Notice>
      ) : null}
      <Actions onClose={onClose} words={marks !== undefined && marks > 0 ? 'Remove with its marks' : 'Remove'} danger />
    </form>
  )
}

function Unlock({ document, onClose }: Asked) {
  const { imports } = useWorkbench()
  const toasts = useToast()
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const unlock = async (): Promise<void> => {
    setBusy(true)
    setTrouble(null)
    const result = await imports.unlock(document.id, password)
    setBusy(false)
    if (result.kind === 'kept' || result.kind === 'refused') return setTrouble(result.problem)
    toasts.show({ text: `“${document.name}” can now be read and marked.` })
    onClose()
  }
  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void unlock())}>
      <p>“{document.name}” is encrypted. Its text is read once you give the password.</p>
      <TextField
        label="Password"
        type="password"
        value={password}
        onChange={setPassword}
        hint="Remembered until Vouch is closed, and written nowhere."
      />
      {trouble === null ? null : <ProblemNotice problem={trouble} />}
      <Actions onClose={onClose} words={busy ? 'Reading…' : 'Unlock'} disabled={busy || password === ''} />
    </form>
  )
}

function Actions({
  onClose,
  words,
  danger = false,
  disabled = false,
}: {
  readonly onClose: () => void
  readonly words: string
  readonly danger?: boolean
  readonly disabled?: boolean
}) {
  return (
    <div className={styles.actions}>
      <span className={styles.gap} />
      <Button onClick={onClose}>Cancel</Button>
      <Button kind={danger ? 'danger' : 'primary'} type="submit" disabled={disabled}>
        {words}
      </Button>
    </div>
  )
}
