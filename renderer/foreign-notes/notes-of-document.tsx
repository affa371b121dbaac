import { ANNOTATION_KIND_WORDS } from '@shared/annotations/annotation'
import { type Document, type DocumentId, documentIdSchema } from '@shared/documents/document'
import { counted } from '@shared/dossier/words'
import { pdfDateWords } from '@shared/pdf-marks/pdf-mark'
import { useState } from 'react'
import { AnchorStateSign } from '../ui/anchor-state'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'
import { Notice } from '../ui/notice'
import { Pill } from '../ui/pill'
import { Progress } from '../ui/progress'
import { type LookedFor, placeOfNote, wordsOf } from './look-through'
import styles from './notes-dialog.module.css'
import type { ChosenGroup } from './use-looking-through'

/** Notes of a document that are drawn at once; more are drawn when they are asked for. */
const AT_ONCE = 300

type NotesOfDocumentProps = {
  readonly group: ChosenGroup
  readonly documents: readonly Document[]
  readonly wanted: (looked: LookedFor) => boolean
  readonly onToggle: (looked: LookedFor) => void
  readonly onChoose: (id: DocumentId | null) => void
}

/** The notes about one document as the file names it: which of the library's it is, and each note where it stands there. */
export function NotesOfDocument({ group, documents, wanted, onToggle, onChoose }: NotesOfDocumentProps) {
  const { document, looked, name, same, alike, notes } = group
  const [drawn, setDrawn] = useState(AT_ONCE)
  const shown =
    group.sha256 === null
      ? name === ''
        ? 'a document that the file does not name'
        : name
      : `${name === '' ? 'a document' : name} (SHA-256 ${group.sha256.slice(0, 12)}…)`
  const lost = typeof looked === 'string' ? 0 : looked.filter((each) => !('found' in each) || each.found.state === 'lost').length
  return (
    <section className={styles.group} aria-label={`Notes on ${shown}`}>
      <h3 className={styles.about}>
        {counted(notes.length, 'note')} on <span className={styles.name}>{shown}</span>
      </h3>
      <div className={styles.choice}>
        <SelectField
          label="Which document is it?"
          value={document?.id ?? ''}
          options={[
            { value: '', label: 'Choose the document…' },
            ...documents.map(({ id, name: label }) => ({
              value: id as string,
              label: documents.some((other) => other.id !== id && other.name === label) ? `${label} (${id.slice(0, 8)}…)` : label,
            })),
          ]}
          onChange={(value) => onChoose(documentIdSchema.safeParse(value).data ?? null)}
        />
        {document !== null && document.id === same ? <Pill tone="accent">the same bytes</Pill> : null}
        {document === null && alike !== null ? <Button onClick={() => onChoose(alike.id)}>It is “{alike.name}”</Button> : null}
      </div>
      {document === null ? (
        <p className={styles.facts}>
          {group.sha256 !== null
            ? 'The file names its document by its bytes, and the library has none with these. If it is another version, choose it: each note is then looked for by its words.'
            : alike === null
              ? 'A name or an address does not say which document it is, so you choose.'
              : `“${alike.name}” is called alike, which need not mean anything.`}
        </p>
      ) : null}
      {looked === 'looking' ? (
        <Progress label={`Looking for the notes in ${document?.name ?? ''}`} done={group.done} of={notes.length} />
      ) : null}
      {typeof looked !== 'string' && looked.length > 3 && lost * 2 > looked.length ? (
        <Notice kind="warning">
          Most of these notes do not stand in “{document?.name}”. It may be the wrong document, or another version of it.
        </Notice>
      ) : null}
      {typeof looked === 'string' ? null : (
        <ul className={styles.notes} aria-label={`Notes in ${document?.name ?? ''}`}>
          {looked.slice(0, drawn).map((each) => (
            <NoteLine key={each.note.reference} looked={each} wanted={wanted(each)} onToggle={() => onToggle(each)} />
          ))}
        </ul>
      )}
      {typeof looked !== 'string' && looked.length > drawn ? (
        <Button kind="quiet" onClick={() => setDrawn(drawn + AT_ONCE)}>
          {(looked.length - drawn).toLocaleString('en-US')} more are chosen in the same way: show more
        </Button>
      ) : null}
    </section>
  )
}

function NoteLine({ looked, wanted, onToggle }: { readonly looked: LookedFor; readonly wanted: boolean; readonly onToggle: () => void }) {
  const { note, already } = looked
  const words = wordsOf(looked)
  const place = placeOfNote(looked)
  const name = `${note.where}${note.author === '' ? '' : ` by ${note.author}`}`
  return (
    <li className={styles.note}>
      <input
        type="checkbox"
        aria-label={`Take in ${name}`}
        checked={wanted}
        disabled={already || !('found' in looked)}
        onChange={onToggle}
      />
      <div className={styles.words}>
        <p className={styles.facts}>
          {place === '' ? note.where : place} · {note.subtype}
          {'found' in looked ? ` → ${ANNOTATION_KIND_WORDS[looked.found.kind]}` : ''}{' '}
          {'found' in looked && looked.found.kind !== 'page-note' ? <AnchorStateSign state={looked.found.state} /> : null}{' '}
          {already ? <Pill>already there</Pill> : null}
        </p>
        {words === '' ? null : (
          <q className={styles.quote} dir="auto">
            {words}
          </q>
        )}
        {note.comment === '' ? null : <p className={styles.comment}>{note.comment}</p>}
        {'why' in looked ? <p className={styles.why}>Can’t be taken in: {looked.why}.</p> : null}
        <p className={styles.facts}>
          {[note.author || 'nobody named', pdfDateWords(note.date), note.tags.map((tag) => `#${tag}`).join(' ')]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  )
}
