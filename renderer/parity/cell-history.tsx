import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { momentWords } from '../analyses/editing/date-words'
import { historyOf } from '../storage/history-of-record'
import { Button } from '../ui/button'
import { useWorkbench } from '../workbench/workbench'
import styles from './cell-panel.module.css'
import { CellPart } from './cell-part'

/** What was done to a cell, from the custody log; read when it is asked for. */
export function CellHistory({ id }: { readonly id: string }) {
  const { db } = useWorkbench()
  const [open, setOpen] = useState(false)
  const lines = useLiveQuery(async () => (open ? historyOf(db, id) : []), [db, id, open])
  return (
    <CellPart title="History">
      <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide history' : 'Show history'}
      </Button>
      {open ? (
        <ol className={styles.answers}>
          {(lines ?? []).map(({ entry }) => (
            <li key={entry.seq}>
              <p>{entry.summary}</p>
              <p className={styles.rows}>
                #{entry.seq} · {entry.actor} · {momentWords(entry.at)}
              </p>
            </li>
          ))}
        </ol>
      ) : null}
    </CellPart>
  )
}
