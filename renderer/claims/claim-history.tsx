import type { ClaimId } from '@shared/claims/claim'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { momentWords } from '../analyses/editing/date-words'
import { Button } from '../ui/button'
import { useWorkbench } from '../workbench/workbench'
import styles from './claim-screen.module.css'
import { readClaimHistory } from './read-claim-history'

const FIRST = 8

/** Who changed what, and when; closed until somebody asks. */
export function ClaimHistory({ claimId }: { readonly claimId: ClaimId }) {
  const [open, setOpen] = useState(false)
  return (
    <section className={styles.block} aria-labelledby="history">
      <div className={styles.blockHead}>
        <h2 id="history" className={styles.blockTitle}>
          History
        </h2>
        <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide history' : 'Show history'}
        </Button>
      </div>
      {open ? (
        <Entries claimId={claimId} />
      ) : (
        <p className={styles.third}>Every change to the claim, its judgements and its links, from the custody log.</p>
      )}
    </section>
  )
}

function Entries({ claimId }: { readonly claimId: ClaimId }) {
  const { db } = useWorkbench()
  const [all, setAll] = useState(false)
  const items = useLiveQuery(() => readClaimHistory(db, claimId), [db, claimId])
  if (items === undefined) return <p className={styles.third}>Reading the custody log…</p>
  return (
    <>
      <ol className={styles.history}>
        {items.slice(0, all ? items.length : FIRST).map(({ entry, changes }) => (
          <li key={entry.seq} className={styles.entry}>
            <p>
              {entry.summary}
              {entry.reverts === null ? null : <span className={styles.third}> (entry {entry.reverts})</span>}
            </p>
            <p className={styles.third}>
              <span className={styles.mono}>#{entry.seq}</span> · {entry.actor} · {momentWords(entry.at)}
            </p>
            {changes.map((change) => (
              <dl key={`${change.field} ${change.before} ${change.after}`} className={styles.change}>
                <dt>{change.field}</dt>
                <dd>
                  {change.before === null ? null : <del>{change.before}</del>} {change.after === null ? null : <ins>{change.after}</ins>}
                </dd>
              </dl>
            ))}
          </li>
        ))}
      </ol>
      {all || items.length <= FIRST ? null : <Button onClick={() => setAll(true)}>Show all {items.length}</Button>}
    </>
  )
}
