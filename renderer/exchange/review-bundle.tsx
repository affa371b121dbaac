import type { Document } from '@shared/documents/document'
import { counted } from '@shared/dossier/words'
import { balanceOf } from '@shared/exchange/balance'
import { carriedBy } from '@shared/exchange/carried-records'
import { DELETION } from '@shared/exchange/plan-merge'
import { type Decisions, settle, undecided } from '@shared/exchange/settle'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { ProblemNotice } from '../ui/problem-notice'
import { useWorkbench } from '../workbench/workbench'
import { BundleChecks } from './bundle-checks'
import { ConflictList } from './conflict-list'
import { DeletedHere } from './deleted-here'
import styles from './exchange.module.css'
import { finishOpening, leaveOpening, type Opening, opening } from './opening'
import { WhatComesIn } from './what-comes-in'

type Reviewing = Extract<Opening, { readonly kind: 'reviewing' }>

/** What would come in, what is here already, what meets; and the button that takes it up. */
export function ReviewBundle({ reviewing }: { readonly reviewing: Reviewing }) {
  const workbench = useWorkbench()
  const { bundle, comparison, decisions, problem } = reviewing
  const { records } = bundle.snapshot
  const [analysis] = records.analyses
  const { plan, withoutBytes, merging, known } = comparison
  const settled = useMemo(() => settle(plan, decisions), [plan, decisions])
  const lines = useMemo(() => balanceOf(plan, settled, decisions, carriedBy(bundle.snapshot)), [plan, settled, decisions, bundle])
  const open = undecided(plan, decisions)
  const conflicts = plan.records.reduce((sum, record) => sum + record.conflicts.length, 0)
  const deleted = plan.records.find(({ conflicts: meeting }) => meeting.some(({ path }) => path[0] === DELETION))
  const decide = (next: Decisions): void => opening.set({ ...reviewing, decisions: next, problem: null })
  const nothing = settled.changes.length === 0 && conflicts === 0 && known
  const missing = records.documents.filter(({ id }) => withoutBytes.includes(id))
  if (analysis === undefined) return null
  return (
    <div className={styles.review}>
      <header className={styles.bar}>
        <div className={styles.names}>
          <h1 className={styles.title}>{analysis.title}</h1>
          <p className={styles.third}>
            from the bundle “{bundle.name}”, {counted(bundle.snapshot.custody.entries, 'custody entry', 'custody entries')}, made with Vouch{' '}
            {bundle.snapshot.vouch}
            {bundle.snapshot.working === undefined
              ? ', for publication: what its dossier rests on'
              : ', for a colleague: with all marks and decisions on its documents'}
          </p>
        </div>
        <div className={styles.buttons}>
          <Button kind="quiet" onClick={leaveOpening}>
            {nothing ? 'Close' : 'Don’t open it'}
          </Button>
          {nothing ? null : (
            <Button kind="primary" disabled={open > 0} onClick={() => void finishOpening(workbench)}>
              {merging ? 'Merge it into the library' : 'Open it'}
            </Button>
          )}
        </div>
      </header>
      <div className={styles.scroller}>
        <div className={styles.page}>
          {problem === null ? null : <ProblemNotice problem={problem} />}
          {nothing ? (
            <Notice kind="info">
              Everything in this bundle is here already, so there is nothing to do.{' '}
              <Link href={routes.analysis(analysis.id)}>Go to the analysis</Link>
            </Notice>
          ) : null}
          <WhatComesIn plan={plan} lines={lines} merging={merging} />
          {missing.length === 0 ? null : <DidNotComeAlong documents={missing} />}
          {deleted === undefined ? null : <DeletedHere analysis={deleted} decisions={decisions} onDecide={decide} />}
          {conflicts === (deleted === undefined ? 0 : 1) ? null : (
            <ConflictList plan={plan} records={carriedBy(bundle.snapshot)} decisions={decisions} onDecide={decide} />
          )}
          <BundleChecks checks={bundle.checks} />
        </div>
      </div>
    </div>
  )
}

/** Documents that the bundle names, and whose bytes it could not bring. */
function DidNotComeAlong({ documents }: { readonly documents: readonly Document[] }) {
  return (
    <Notice kind="warning">
      <p>
        {counted(documents.length, 'document')} {documents.length === 1 ? 'is' : 'are'} named in the bundle and did not come along:{' '}
        {documents.map(({ name }) => name).join(', ')}.
      </p>
      <p>{documents.length === 1 ? 'It is' : 'They are'} listed in the library by SHA-256; import the same file to read it.</p>
    </Notice>
  )
}
