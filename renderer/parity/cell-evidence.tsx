import { firstSegment, quotationOf } from '@shared/annotations/annotation'
import { placeOf } from '@shared/annotations/place-words'
import { counted } from '@shared/dossier/words'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { useWorkbench } from '../workbench/workbench'
import styles from './cell-panel.module.css'
import { CellPart } from './cell-part'

/** The marks that a cell rests on, by their quotation and place. */
export function CellPassages({ ids }: { readonly ids: readonly string[] }) {
  const { db } = useWorkbench()
  const key = ids.join(' ')
  const marks = useLiveQuery(
    async () =>
      Promise.all(
        ids.map(async (id) => {
          const annotation = await db.get('annotations', id)
          return annotation === undefined
            ? null
            : { annotation, name: (await db.get('documents', annotation.documentId))?.name ?? 'removed document' }
        }),
      ),
    [db, key],
  )
  if (ids.length === 0 || marks === undefined) return null
  return (
    <CellPart title={`Passages · ${ids.length}`}>
      <ul className={styles.answers}>
        {marks.map((mark) =>
          mark === null ? null : (
            <li key={mark.annotation.id}>
              <Link href={routes.document(mark.annotation.documentId, { mark: mark.annotation.id })} className={styles.answer} dir="auto">
                {quotationOf(mark.annotation) || 'a marked area'}
              </Link>
              <p className={styles.rows}>
                {mark.name}, {placeOf(firstSegment(mark.annotation))}
              </p>
            </li>
          ),
        )}
      </ul>
    </CellPart>
  )
}

/** The recorded searches that a cell rests on. */
export function CellSearches({ ids }: { readonly ids: readonly string[] }) {
  const { db } = useWorkbench()
  const key = ids.join(' ')
  const notes = useLiveQuery(async () => Promise.all(ids.map((id) => db.get('searchNotes', id))), [db, key])
  if (ids.length === 0 || notes === undefined) return null
  return (
    <CellPart title={`Searches · ${ids.length}`}>
      <ul className={styles.answers}>
        {notes.map((note) =>
          note === undefined ? null : (
            <li key={note.id}>
              <p>
                {note.words === '' ? '' : `${quoted(note.words)}, `}
                {note.where}
                {note.date === null ? '' : `, ${note.date}`}: {note.hits === null ? 'hits not counted' : counted(note.hits, 'hit')}
              </p>
              {note.result === '' ? null : <p className={styles.faint}>{note.result}</p>}
            </li>
          ),
        )}
      </ul>
    </CellPart>
  )
}

/** Words that were searched for; those that bring quotation marks along get no more. */
const quoted = (words: string): string => (/["“”]/.test(words) ? words : `“${words}”`)
