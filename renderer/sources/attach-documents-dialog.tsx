import type { Document } from '@shared/documents/document'
import type { Source } from '@shared/sources/source'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Act } from '../analyses/editing/use-act'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, TextField } from '../ui/field'
import { editSource } from './commands/edit-source'
import styles from './source-list.module.css'

/** Chooses the documents of the library that stand behind a source. */
export function AttachDocumentsDialog({
  source,
  documents,
  act,
  onClose,
}: {
  readonly source: Source
  readonly documents: readonly Document[]
  readonly act: Act
  readonly onClose: () => void
}) {
  const [chosen, setChosen] = useState(source.documentIds)
  const [words, setWords] = useState('')
  const shown = documents
    .filter((document) => document.name.toLowerCase().includes(words.trim().toLowerCase()))
    .sort((a, b) => a.name.localeCompare(b.name))
  const save = async (): Promise<void> => {
    if (await act(editSource, { id: source.id, fields: { documentIds: chosen } }, `Documents behind source [${source.number}] changed.`))
      onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Documents behind source [${source.number}]`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      {documents.length === 0 ? (
        <p>
          The library holds no documents yet. <Link href={routes.library()}>Import files in the library</Link>, then attach them here.
        </p>
      ) : (
        <>
          <TextField label="Filter by name" type="search" value={words} onChange={setWords} />
          <div className={styles.choices}>
            {shown.map((document) => (
              <CheckField
                key={document.id}
                label={document.name}
                checked={chosen.includes(document.id)}
                onChange={(checked) => setChosen(checked ? [...chosen, document.id] : chosen.filter((id) => id !== document.id))}
              />
            ))}
          </div>
        </>
      )}
    </Dialog>
  )
}
