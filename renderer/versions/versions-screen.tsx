import { documentVersionIdSchema } from '@shared/documents/document-version'
import type { Document, DocumentId } from '@shared/documents/document'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { orderedPairs } from '@shared/versions/match-pages'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import { useRecord } from '../storage/live'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { ProblemNotice } from '../ui/problem-notice'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import { putDocumentVersion } from './commands/put-document-version'
import { removeDocumentVersion } from './commands/remove-document-version'
import { ComparedVersions } from './compared-versions'
import { useComparison } from './use-comparison'
import { VersionHead } from './version-head'
import styles from './versions.module.css'

/** Two versions of a document beside each other: what was released or withheld, page by page, and the marks to carry over. */
export function VersionsScreen({ earlierId, laterId }: { readonly earlierId: DocumentId; readonly laterId: DocumentId }) {
  const [earlier, later] = [useRecord('documents', earlierId), useRecord('documents', laterId)]
  const [round, setRound] = useState(0)
  if (earlier === undefined || later === undefined) return null
  if (earlier === null || later === null || earlier.status !== 'ready' || later.status !== 'ready' || earlierId === laterId) {
    return (
      <EmptyState title="These two cannot be compared">
        <p>One of them is not in the library, has not been read yet, or both are the same document.</p>
      </EmptyState>
    )
  }
  return <Comparing key={`${earlierId}${laterId}${round}`} earlier={earlier} later={later} onAgain={() => setRound(round + 1)} />
}

function Comparing({ earlier, later, onAgain }: { readonly earlier: Document; readonly later: Document; readonly onAgain: () => void }) {
  const { db } = useWorkbench()
  const act = useAct()
  const version = useLiveQuery(
    async () => (await db.where('documentVersions', 'laterId', later.id)).find((one) => one.earlierId === earlier.id) ?? null,
    [db, earlier.id, later.id],
  )
  const settled = version === undefined ? undefined : (version?.pages ?? null)
  const { state, cancel } = useComparison({ earlierId: earlier.id, laterId: later.id }, settled)
  const pairs = state.kind === 'done' ? state.pairs : null
  const pages = useMemo(
    () =>
      pairs?.map(({ pair }) => ({
        earlier: pair.earlier === null ? null : pageIndex(pair.earlier),
        later: pair.later === null ? null : pageIndex(pair.later),
      })) ?? null,
    [pairs],
  )

  const keep = (): void => {
    if (pages !== null)
      void act(
        putDocumentVersion,
        { id: documentVersionIdSchema.parse(newId('version')), earlierId: earlier.id, laterId: later.id, pages, note: '' },
        `“${later.name}” is kept as a later version of “${earlier.name}”.`,
      )
  }
  const part = (): void => {
    if (version) void act(removeDocumentVersion, { id: version.id }, 'They are no longer said to be versions of each other.')
  }
  const pair = (laterPage: number, earlierPage: number | null): void => {
    if (!version || pairs === null) return
    const others = pairs
      .map((one) => one.pair)
      .filter((one) => one.later !== laterPage && (earlierPage === null || one.earlier !== earlierPage))
    const joined = orderedPairs([...others, { earlier: earlierPage, later: laterPage, why: 'hand' }], earlier.pageCount, later.pageCount)
    void act(
      putDocumentVersion,
      {
        ...version,
        pages: joined.map((one) => ({
          earlier: one.earlier === null ? null : pageIndex(one.earlier),
          later: one.later === null ? null : pageIndex(one.later),
        })),
      },
      'The pages were paired.',
    )
  }

  return (
    <div className={styles.screen}>
      <VersionHead
        earlier={earlier}
        later={later}
        kept={version === undefined ? null : version !== null}
        ready={pairs !== null}
        onKeep={keep}
        onPart={part}
      />
      {state.kind === 'working' ? (
        <div className={styles.working}>
          <output>{state.words}…</output>
          <Progress label={state.words} done={state.done} of={state.of} />
          <Button onClick={cancel}>Cancel</Button>
        </div>
      ) : state.kind === 'trouble' ? (
        <div className={styles.working}>
          <ProblemNotice problem={state.problem} action={<Button onClick={onAgain}>Compare again</Button>} />
        </div>
      ) : (
        <ComparedVersions earlier={earlier} later={later} pairs={state.pairs} onPair={version ? pair : null} />
      )}
    </div>
  )
}
