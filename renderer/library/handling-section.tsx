import { type Document, goesWithBundle } from '@shared/documents/document'
import { useId, useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import { setHandling } from '../documents/commands/set-handling'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { Pill } from '../ui/pill'
import dialog from './document-dialogs.module.css'
import styles from './document-panel.module.css'

/** Whether the bytes of a document go with a bundle, and why not. */
export function HandlingSection({ document }: { readonly document: Document }) {
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const bundled = goesWithBundle(document)
  return (
    <section aria-label="Handling">
      <div className={styles.heading}>
        <h4 className={styles.title}>Handling</h4>
        {bundled ? (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            Keep out of bundles…
          </Button>
        ) : (
          <Button
            kind="quiet"
            onClick={() => void act(setHandling, { id: document.id, bundle: true, reason: '' }, 'It goes with bundles again.')}
          >
            Let it go with bundles
          </Button>
        )}
      </div>
      {bundled ? (
        <p className={styles.faint}>Goes with every bundle that cites it.</p>
      ) : (
        <>
          <p>
            <Pill tone="qualifies">do not bundle</Pill>
          </p>
          <p>{document.handlingReason}</p>
          <p className={styles.faint}>Cited by its SHA-256 and page; no bytes, no pictures and no whole page of it leave this library.</p>
        </>
      )}
      {asking ? <HandlingDialog document={document} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

function HandlingDialog({ document, onClose }: { readonly document: Document; readonly onClose: () => void }) {
  const act = useAct()
  const form = useId()
  const [reason, setReason] = useState('')
  const save = async (): Promise<void> => {
    if (await act(setHandling, { id: document.id, bundle: false, reason }, `“${document.name}” stays out of bundles.`)) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Keep out of bundles"
      description="For leaked material, or what others may not pass on. Its cited words, its SHA-256, its name and what the file says of itself (author, program) still stand in a bundle; its bytes, pictures and whole pages don’t. A reader can check a citation only with a copy of their own."
    >
      <form
        id={form}
        className={dialog.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label="Why"
          multiline
          value={reason}
          onChange={setReason}
          hint="The dossier repeats these words: say nothing that the document is meant to hide."
        />
        <div className={dialog.actions}>
          <span className={dialog.gap} />
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={reason.trim() === ''}>
            Keep it out
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
