import type { ClaimId } from '@shared/claims/claim'
import { assessmentSchema } from '@shared/claims/assessment'
import { evidenceLinkSchema } from '@shared/claims/evidence-link'
import { describeChange, type FieldChange } from '@shared/claims/describe-change'
import type { CustodyEntry } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { momentWords } from '../analyses/editing/date-words'
import type { Database } from '../storage/database'
import { historyOf } from '../storage/live'
import { Button } from '../ui/button'
import { useWorkbench } from '../workbench/workbench'
import styles from './claim-screen.module.css'

/** One command in a claim's history: who did what and when, and the fields it changed. */
export type HistoryItem = { readonly entry: CustodyEntry; readonly changes: readonly FieldChange[] }

/**
 * The history of a claim, newest first: its own record, its judgements, and links to evidence, also those taken away since.
 * Reads every log entry about assessments and links, so it is asked for only when somebody looks.
 */
export async function claimHistory(db: Database, claimId: ClaimId): Promise<readonly HistoryItem[]> {
  const lines = new Map<number, JournalLine>((await historyOf(db, claimId)).map((line) => [line.entry.seq, line]))
  for (const start of ['assessment_', 'evidence_']) {
    await db.custody
      .where('recordIds')
      .startsWith(start)
      .distinct()
      .each((line) => {
        if (line.rows.some((row) => isAbout(row, claimId))) lines.set(line.seq, line)
      })
  }
  return [...lines.values()]
    .sort((a, b) => b.entry.seq - a.entry.seq)
    .map((line) => ({ entry: line.entry, changes: line.rows.filter((row) => row.id === claimId || isAbout(row, claimId)).flatMap((row) => worded(row)) }))
}

type Row = JournalLine['rows'][number]

function isAbout(row: Row, claimId: ClaimId): boolean {
  const schema = row.table === 'assessments' ? assessmentSchema : row.table === 'evidenceLinks' ? evidenceLinkSchema : null
  const parsed = schema?.safeParse(row.after ?? row.before)
  return parsed?.success === true && parsed.data.claimId === claimId
}

/** Links say by themselves what happened to them, in the summary; readings are named by identifiers, which nobody reads. */
const worded = (row: Row): readonly FieldChange[] =>
  row.table === 'evidenceLinks' && (row.before === null || row.after === null) ? [] : describeChange(row.before, row.after).filter((change) => change.field !== 'readings' || row.table === 'claims')

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
      {open ? <Entries claimId={claimId} /> : <p className={styles.third}>Every change to the claim, its judgements and its links, from the custody log.</p>}
    </section>
  )
}

function Entries({ claimId }: { readonly claimId: ClaimId }) {
  const { db } = useWorkbench()
  const [all, setAll] = useState(false)
  const items = useLiveQuery(() => claimHistory(db, claimId), [db, claimId])
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
