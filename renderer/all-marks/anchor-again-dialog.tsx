import type { Reanchored } from '@shared/anchoring/anchor-marks'
import { counted } from '@shared/dossier/words'
import { useEffect, useState } from 'react'
import { anchorMarksAgain } from '../annotations/commands/anchor-marks-again'
import { useRun } from '../annotations/use-run'
import { AnchorStateSign } from '../ui/anchor-state'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { NearGroups } from '../ui/near-groups'
import { Progress } from '../ui/progress'
import { throughTexts } from '../whole-texts/through-texts'
import { useWorkbench } from '../workbench/workbench'
import type { MarkRow } from './mark-rows'
import styles from './marks-screen.module.css'

/** Marks in a group of the list, and the height of one, CSS pixels. */
const GROUP = 25
const MARK = 60

/** Looks for every mark's words again and shows what would change before anything is kept. */
export function AnchorAgainDialog({ rows, onClose }: { readonly rows: readonly MarkRow[]; readonly onClose: () => void }) {
  const { db, derived } = useWorkbench()
  const run = useRun()
  const [done, setDone] = useState(0)
  const [found, setFound] = useState<readonly Reanchored[]>()
  // The list as it was when the search began; what changes meanwhile is seen by the command.
  const [marks] = useState(() => rows.map((row) => row.annotation))
  useEffect(() => {
    const ends = new AbortController()
    void throughTexts(
      { db, derived },
      'anchor-again',
      null,
      marks.map(({ id }) => id),
      { progress: setDone, signal: ends.signal },
    ).then((changed) => (changed === null ? undefined : setFound(changed)))
    return () => ends.abort()
  }, [db, derived, marks])
  const names = new Map(rows.map((row) => [row.id, row.document?.name ?? '']))
  const keep = async (): Promise<void> => {
    if (found !== undefined && (await run(anchorMarksAgain, { marks: found.map(({ before, segments }) => ({ id: before.id, segments })) })))
      onClose()
  }
  const total = marks.length
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Anchor all marks again"
      description="Every mark’s words are looked for in the text that is in force now: where they stood, on the page, then in the document. Nothing changes until you keep it."
      footer={
        <>
          <Button onClick={onClose}>{found === undefined || found.length > 0 ? 'Cancel' : 'Close'}</Button>
          {found === undefined || found.length === 0 ? null : (
            <Button kind="primary" onClick={() => void keep()}>
              Keep {counted(found.length, 'change')}
            </Button>
          )}
        </>
      }
    >
      {found === undefined ? (
        <Progress label={`Anchored ${done.toLocaleString('en-US')} of ${counted(total, 'mark')}`} done={done} of={total} />
      ) : found.length === 0 ? (
        <p>All {counted(total, 'mark')} stand as they stood: nothing would change.</p>
      ) : (
        <>
          <p>
            {counted(total - found.length, 'mark')} of {total.toLocaleString('en-US')} stand as they stood. These would change:
          </p>
          <div className={styles.changed}>
            <NearGroups label="Marks that would change" items={found} size={GROUP} height={MARK}>
              {({ before, from, to }) => (
                <li key={before.id}>
                  <q dir="auto">{before.segments.map((segment) => segment.quote).join(' … ')}</q>
                  <span className={styles.hint}>
                    {names.get(before.id)}: <AnchorStateSign state={from} /> → <AnchorStateSign state={to} />
                  </span>
                </li>
              )}
            </NearGroups>
          </div>
        </>
      )}
    </Dialog>
  )
}
