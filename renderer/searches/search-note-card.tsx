import { quotationOf } from '@shared/annotations/annotation'
import type { Claim } from '@shared/claims/claim'
import type { SearchNote } from '@shared/searches/search-note'
import { COULD_HAVE_HELD_WORDS, isExpired, isNotFound } from '@shared/searches/search-words'
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { partialDateWords } from '../analyses/editing/date-words'
import type { Act } from '../analyses/editing/use-act'
import type { KeyboardEventHandler } from 'react'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { useRecord } from '../storage/live'
import { IconButton } from '../ui/button'
import { Menu } from '../ui/menu'
import { Pill } from '../ui/pill'
import { SearchSign } from '../ui/search-sign'
import { removeSearchNote } from './commands/remove-search-note'
import { today } from './today'
import styles from './search-note.module.css'

/** A recorded search: looked, and not found (or what was found). */
export function SearchNoteCard({
  note,
  act,
  claims,
  onEdit,
  onKeyDown,
}: {
  readonly note: SearchNote
  readonly act: Act
  /** The claims on which it bears, where they are to be named. */ readonly claims?: readonly Claim[]
  readonly onEdit: () => void
  readonly onKeyDown?: KeyboardEventHandler
}) {
  // In a list of its own it stands right under the screen's title; on a claim, under that of its evidence.
  const Heading = claims === undefined ? 'h3' : 'h2'
  const letter = useRecord('annotations', note.annotationId ?? null)
  const over = note.documentIds.length === 0 ? null : note.documentIds.length === 1 ? '1 document' : `${note.documentIds.length} documents`
  const hits = note.hits === null ? 'hits not counted' : note.hits === 1 ? '1 hit' : `${note.hits} hits`
  return (
    <article className={styles.card} aria-label={`Search note: ${note.words === '' ? note.where : note.words}`}>
      <div className={styles.menu}>
        <Menu
          align="end"
          trigger={<IconButton label="What to do with this search note" icon={Ellipsis} />}
          items={[
            { label: 'Edit…', icon: Pencil, onSelect: onEdit },
            'separator',
            {
              label: 'Remove',
              icon: Trash2,
              danger: true,
              onSelect: () => void act(removeSearchNote, { id: note.id }, 'Search note removed.'),
            },
          ]}
        />
      </div>
      <Heading className={styles.title}>
        <button type="button" className={styles.open} title="Edit" onClick={onEdit} onKeyDown={onKeyDown}>
          <SearchSign notFound={isNotFound(note)} />
        </button>{' '}
        {isExpired(note, today()) ? <Pill tone="qualifies">expired on {note.expires}</Pill> : null}
      </Heading>
      <p>
        {note.words === '' ? null : `${/["“”„«]/.test(note.words) ? note.words : `“${note.words}”`}, `}
        {note.where}
        {note.version === undefined || note.version === '' ? null : `, ${note.version}`}
        {over === null ? null : `, ${over}`}
        {note.date === null ? ', date unknown' : `, ${partialDateWords(note.date)}`}: <strong>{hits}</strong>
      </p>
      {note.result === '' ? null : <p className={styles.second}>{note.result}</p>}
      {note.wouldHaveShown === '' ? null : (
        <p className={styles.second}>
          <span className={styles.label}>Would have shown it:</span> {note.wouldHaveShown}
        </p>
      )}
      {note.couldHaveHeld === undefined ? null : <p className={styles.second}>{COULD_HAVE_HELD_WORDS[note.couldHaveHeld]}</p>}
      {note.expires === undefined || note.expires === null || isExpired(note, today()) ? null : (
        <p className={styles.second}>Expires on {partialDateWords(note.expires)}.</p>
      )}
      {letter === null || letter === undefined ? null : (
        <p className={styles.second}>
          <span className={styles.label}>Rests on</span>{' '}
          <Link href={routes.document(letter.documentId, { mark: letter.id })}>a passage</Link>: “{quotationOf(letter)}”
        </p>
      )}
      {claims === undefined ? null : (
        <p className={styles.numbers}>
          {claims.length === 0 ? (
            <span className={styles.label}>bears on no claim</span>
          ) : (
            claims.map((claim) => (
              <Link key={claim.id} href={routes.claim(note.analysisId, claim.id)} title={claim.text}>
                {claim.number}
              </Link>
            ))
          )}
        </p>
      )}
      <p className={styles.weight}>{note.by === '' ? 'searcher unknown' : `by ${note.by}`} · less weight than a document</p>
    </article>
  )
}
