import type { AnalysisId } from '@shared/analyses/analysis'
import { quotationOf } from '@shared/annotations/annotation'
import type { SearchNote } from '@shared/searches/search-note'
import { isNotFound } from '@shared/searches/search-words'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { useAct } from '../analyses/editing/use-act'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { useRecord, useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { SelectField, TextField } from '../ui/field'
import { filterNotes, NOTE_FILTERS, type NoteFilter } from './filter-notes'
import { SearchNoteCard } from './search-note-card'
import { SearchNoteDialog } from './search-note-dialog'
import styles from './search-note.module.css'
import { today } from './today'

const OPTIONS = (Object.keys(NOTE_FILTERS) as NoteFilter[]).map((value) => ({ value, label: NOTE_FILTERS[value] }))

/** The recorded searches of an analysis: where somebody looked, what was found, and until when that can be said. `?mark=` records one that rests on a mark. */
export function SearchNotesScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const act = useAct()
  const analysis = useRecord('analyses', analysisId)
  const notes = useRecords('searchNotes', 'analysisId', analysisId)
  const claims = useRecords('claims', 'analysisId', analysisId) ?? []
  const marked = useRecord('annotations', new URLSearchParams(useSearch()).get('mark'))
  const document = useRecord('documents', marked?.documentId ?? null)
  const [filter, setFilter] = useState<NoteFilter>('all')
  const [words, setWords] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState<SearchNote | 'new' | null>(null)
  if (analysis === undefined || notes === undefined) return null
  if (analysis === null)
    return <EmptyState title="This analysis is not in the library" actions={<Link href={routes.analyses()}>All analyses</Link>} />
  const shown = filterNotes(notes, { filter, words, day: today() })
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const walk = (event: KeyboardEvent, at: number): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    list.current?.querySelectorAll<HTMLElement>('h2 > button')[Math.min(Math.max(at + step, 0), shown.length - 1)]?.focus()
  }
  return (
    <div className={styles.scroller}>
      <article className={styles.page}>
        <header className={styles.top}>
          <div>
            <h1 className={styles.heading}>Search notes</h1>
            <p className={styles.second}>
              <Link href={routes.analysis(analysisId)}>{analysis.title}</Link> · {notes.length} recorded, {notes.filter(isNotFound).length}{' '}
              found nothing
            </p>
          </div>
          <Button kind="primary" icon={Plus} onClick={() => setOpen('new')}>
            Record a search
          </Button>
        </header>
        {notes.length === 0 ? (
          <EmptyState title="Nobody has written down a search yet">
            <p>
              Looked and not found is worth writing down: where, for what, when, and what would have shown it. A search in the library is
              recorded with the hashes of the documents searched.
            </p>
          </EmptyState>
        ) : (
          <>
            <div className={styles.filters}>
              <SelectField label="Show" value={filter} options={OPTIONS} onChange={setFilter} />
              <TextField label="Words" type="search" value={words} onChange={setWords} placeholder="Place, words, result, person" />
            </div>
            {shown.length === 0 ? <p className={styles.label}>No search fits.</p> : null}
            <ul ref={list} className={styles.notes} aria-label="Recorded searches">
              {shown.map((note, at) => (
                <li key={note.id}>
                  <SearchNoteCard
                    note={note}
                    claims={note.claimIds.flatMap((id) => byId.get(id) ?? [])}
                    act={act}
                    onEdit={() => setOpen(note)}
                    onKeyDown={(event) => walk(event, at)}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </article>
      {open === null ? null : (
        <SearchNoteDialog analysisId={analysisId} claims={[]} note={open === 'new' ? null : open} act={act} onClose={() => setOpen(null)} />
      )}
      {marked === null || marked === undefined || document === undefined ? null : (
        <SearchNoteDialog
          analysisId={analysisId}
          claims={[]}
          letter={{ id: marked.id, words: quotationOf(marked), document: document?.name ?? 'A document' }}
          note={null}
          act={act}
          onClose={() => navigate(routes.searches(analysisId))}
        />
      )}
    </div>
  )
}
