import type { Balance } from '@shared/balance/balance'
import { counted } from '@shared/dossier/words'
import type { Problem } from '@shared/errors/outcome'
import { type ForeignNotes, NOTE_FORMAT_WORDS } from '@shared/foreign-notes/foreign-note'
import { useRef, useState } from 'react'
import { useRun } from '../annotations/use-run'
import { BalanceDialog } from '../balance/balance-dialog'
import { useAll } from '../storage/live'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { FileChoice } from '../ui/file-choice'
import { ProblemNotice } from '../ui/problem-notice'
import { takeInNotes } from './commands/take-in-notes'
import { balanceOfNotes, markOf } from './look-through'
import { NotesOfDocument } from './notes-of-document'
import styles from './notes-dialog.module.css'
import { readNotesFile } from './read-notes-file'
import { useLookingThrough } from './use-looking-through'

/** Notes that others made: a file is chosen, its notes are looked for in the library, looked through, and those that are wanted taken in. */
export function NotesDialog({ onClose }: { readonly onClose: () => void }) {
  const [read, setRead] = useState<{ readonly name: string; readonly notes: ForeignNotes } | null>(null)
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const takeFile = async (chosen: File): Promise<void> => {
    const notes = await readNotesFile(chosen)
    setTrouble(notes.ok ? null : notes.problem)
    if (notes.ok) setRead({ name: chosen.name, notes: notes.value })
  }
  if (read !== null) return <LookThrough key={read.name} {...read} onClose={onClose} />
  return (
    <Dialog
      open
      onClose={onClose}
      title="Take in notes of others"
      description="Marks and comments that somebody made in another program. You look through them before anything is kept; who made them, and when, stays with them."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => file.current?.click()}>
            Choose a file…
          </Button>
        </>
      }
    >
      <ul className={styles.formats}>
        <li>W3C Web Annotations (.jsonld, .json): those of a bundle, and those of other programs</li>
        <li>Hypothesis: an export, or what its API answers (.json)</li>
        <li>DocumentCloud: the notes of a document (.json)</li>
        <li>XFDF: comments as Acrobat and others export them (.xfdf)</li>
      </ul>
      {trouble === null ? null : <ProblemNotice problem={trouble} />}
      <FileChoice ref={file} label="File of notes" accept=".json,.jsonld,.xfdf,.xml" onChosen={([chosen]) => void takeFile(chosen)} />
    </Dialog>
  )
}

/** The notes of a file by the document that they are about, each with where it stands there. */
function LookThrough({ name, notes, onClose }: { readonly name: string; readonly notes: ForeignNotes; readonly onClose: () => void }) {
  const documents = useAll('documents')
  const run = useRun()
  const [balance, setBalance] = useState<Balance | null>(null)
  const ready = documents?.filter(({ status }) => status === 'ready')
  const looking = useLookingThrough(notes, ready)
  if (balance !== null) return <BalanceDialog title={`Notes from ${name}`} balance={balance} onClose={onClose} />
  const { groups, chosen, placed, homeless, wanted, toggle, choose } = looking
  const kept = placed.filter((each) => each.wanted)
  const busy = groups.some((group) => group.looked === 'looking')

  const takeThem = async (): Promise<void> => {
    const marks = kept.map(({ looked, found, documentId }) => markOf(notes, looked, found, documentId))
    if (marks.length > 0 && !(await run(takeInNotes, { format: NOTE_FORMAT_WORDS[notes.format], marks }))) return
    setBalance(
      balanceOfNotes({
        notes,
        kept: kept.map(({ looked }) => looked),
        already: chosen.filter((looked) => looked.already),
        left: placed.filter((each) => !each.wanted).map(({ looked }) => looked),
        placeless: chosen.filter((looked) => !looked.already && 'why' in looked),
        homeless,
      }),
    )
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`Notes from ${name}`}
      description={`${NOTE_FORMAT_WORDS[notes.format]}: ${counted(notes.notes.length, 'note')}${notes.replies === 0 ? '' : `, with ${counted(notes.replies, 'reply', 'replies')} in their comments`}${notes.refused.length === 0 ? '' : `, and ${counted(notes.refused.length, 'thing')} that ${notes.refused.length === 1 ? 'is no note' : 'are no notes'}`}. Nothing is kept before you say so.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind={kept.length === 0 ? 'secondary' : 'primary'} disabled={busy || ready === undefined} onClick={() => void takeThem()}>
            {kept.length === 0 ? 'Take in none, show the balance' : `Take in ${counted(kept.length, 'note')}`}
          </Button>
        </>
      }
    >
      {groups.map((group) => (
        <NotesOfDocument
          key={group.key}
          group={group}
          documents={ready ?? []}
          wanted={wanted}
          onToggle={toggle}
          onChoose={(id) => choose(group.key, id)}
        />
      ))}
      {groups.length === 0 ? <p className={styles.facts}>No note of this file can be taken in; the balance says why.</p> : null}
    </Dialog>
  )
}
