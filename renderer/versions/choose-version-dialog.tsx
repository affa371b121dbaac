import type { Document, DocumentId } from '@shared/documents/document'
import { areSimilarNames } from '@shared/versions/similar-name'
import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { useAll } from '../storage/live'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { askWorker } from './ask-worker'
import { counted, likelyWords, unitOf } from './change-words'
import type { LikelyVersion } from './version-jobs'
import styles from './version-section.module.css'

/** Names shown at most; the filter narrows a longer list. */
const MOST = 60

type ChooseVersionProps = { readonly document: Document; readonly open: boolean; readonly onClose: () => void }

/** Asks which document is the other version, or for its file, and opens the comparison. */
export function ChooseVersionDialog({ document, open, onClose }: ChooseVersionProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Another version of “${document.name}”`}
      description="Both versions are kept. Nothing is changed until you say so in the comparison."
    >
      <Choose document={document} onClose={onClose} />
    </Dialog>
  )
}

function Choose({ document, onClose }: Omit<ChooseVersionProps, 'open'>) {
  const { db, derived, desktop, imports } = useWorkbench()
  const toasts = useToast()
  const documents = useAll('documents') ?? []
  const [words, setWords] = useState('')
  const [which, setWhich] = useState<'later' | 'earlier'>('later')
  // The text tells more than the name, but takes a moment: what it says of a document moves it to the top.
  const [likely, setLikely] = useState<LikelyVersion | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    void askWorker({ kind: 'likely', database: db.name, derived: derived.name, of: [document.id] }, 'likely', controller.signal).then(
      (answer) => (answer.ok ? setLikely(answer.value.found[0] ?? null) : undefined),
    )
    return () => controller.abort()
  }, [db, derived, document.id])
  const go = (other: DocumentId): void => {
    onClose()
    navigate(which === 'later' ? routes.versions(document.id, other) : routes.versions(other, document.id))
  }
  const importIt = async (): Promise<void> => {
    const [file] = await desktop.files.choose('files')
    if (file === undefined) return
    const [item] = await imports.add([{ from: 'shell', file }])
    const result = item?.result
    if (result?.kind === 'added' || result?.kind === 'duplicate') return go(result.documentId)
    if (result?.kind === 'refused' || result?.kind === 'kept') toasts.show({ text: result.problem.what, problem: result.problem })
  }
  const rank = (other: Document): number => (other.id === likely?.other ? 0 : areSimilarNames(document.name, other.name) ? 1 : 2)
  const fitting = documents
    .filter(
      (other) => other.id !== document.id && other.status === 'ready' && other.name.toLowerCase().includes(words.trim().toLowerCase()),
    )
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
  return (
    <div className={styles.choose}>
      <Segmented
        label="Which of the two is the other one"
        value={which}
        options={[
          { value: 'later', label: 'The other is the later version' },
          { value: 'earlier', label: 'The other is the earlier version' },
        ]}
        onChange={setWhich}
      />
      <TextField label="Filter by name" type="search" value={words} onChange={setWords} focusAtStart />
      {fitting.length === 0 ? (
        <p className={styles.none}>
          {documents.length <= 1 ? 'There is no other document in the library yet: import the other version.' : 'No document fits.'}
        </p>
      ) : (
        <ul className={styles.others} aria-label="Documents">
          {fitting.slice(0, MOST).map((other) => (
            <li key={other.id}>
              <button type="button" className={styles.other} onClick={() => go(other.id)}>
                <span className={styles.otherName}>{other.name}</span>
                <span className={styles.quiet}>
                  {counted(other.pageCount, unitOf(other))}
                  {other.id === likely?.other ? ` · ${likelyWords(likely)}` : rank(other) === 1 ? ' · a similar name' : ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {fitting.length > MOST ? <p className={styles.quiet}>{fitting.length - MOST} more: filter by name.</p> : null}
      <Button icon={FileDown} onClick={() => void importIt()}>
        Import the other version…
      </Button>
    </div>
  )
}
