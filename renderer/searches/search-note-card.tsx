import type { SearchNote } from '@shared/searches/search-note'
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { partialDateWords } from '../analyses/editing/date-words'
import type { Act } from '../analyses/editing/use-act'
import { IconButton } from '../ui/button'
import { Menu } from '../ui/menu'
import { removeSearchNote } from './commands/remove-search-note'
import styles from './search-note.module.css'

/** A recorded search: looked, and not found (or what was found). */
export function SearchNoteCard({ note, act, onEdit }: { readonly note: SearchNote; readonly act: Act; readonly onEdit: () => void }) {
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
            { label: 'Remove', icon: Trash2, danger: true, onSelect: () => void act(removeSearchNote, { id: note.id }, 'Search note removed.') },
          ]}
        />
      </div>
      <h3 className={styles.title}>{note.hits === null || note.hits === 0 ? 'Looked and not found' : 'Looked'}</h3>
      <p>
        {note.words === '' ? null : `${/["“”„«]/.test(note.words) ? note.words : `“${note.words}”`}, `}
        {note.where}
        {over === null ? null : `, ${over}`}
        {note.date === null ? ', date unknown' : `, ${partialDateWords(note.date)}`}: <strong>{hits}</strong>
      </p>
      {note.result === '' ? null : <p className={styles.second}>{note.result}</p>}
      {note.wouldHaveShown === '' ? null : (
        <p className={styles.second}>
          <span className={styles.label}>Would have shown it:</span> {note.wouldHaveShown}
        </p>
      )}
      <p className={styles.weight}>
        {note.by === '' ? 'searcher unknown' : `by ${note.by}`} · less weight than a document
      </p>
    </article>
  )
}
