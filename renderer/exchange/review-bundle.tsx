import { counted } from '@shared/dossier/words'
import { balanceOf, BALANCE_KINDS, BALANCE_WORDS, countBalance, sortsOf } from '@shared/exchange/balance'
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
import { ConflictList } from './conflict-list'
import { DeletedHere } from './deleted-here'
import styles from './exchange.module.css'
import { finishOpening, leaveOpening, type Opening, opening } from './opening'

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
  const counts = countBalance(lines)
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
          <section className={styles.way} aria-labelledby="counts">
            <h2 id="counts" className={styles.subtitle}>
              {merging ? 'The analysis is here already: what merging does' : 'What comes in'}
            </h2>
            <table className={styles.counts}>
              <caption className={styles.third}>Records, by what becomes of them</caption>
              <tbody>
                {BALANCE_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
                  <tr key={kind}>
                    <th scope="row">{BALANCE_WORDS[kind]}</th>
                    <td>{counts[kind].toLocaleString('en-US')}</td>
                    <td className={styles.sorts}>{sortsOf(lines.filter((line) => line.kind === kind))}</td>
                  </tr>
                ))}
                <tr className={styles.sum}>
                  <th scope="row">in all</th>
                  <td>{BALANCE_KINDS.reduce((sum, kind) => sum + counts[kind], 0).toLocaleString('en-US')}</td>
                  <td className={styles.sorts}>records</td>
                </tr>
              </tbody>
            </table>
            {plan.renumbered.length === 0 ? null : (
              <ul className={styles.list} aria-label="Other numbers">
                {plan.renumbered.map(({ table, id, from, to }) => (
                  <li key={id}>
                    {table === 'claims'
                      ? `Claim ${from} of the bundle becomes ${to} here`
                      : `Source [${from}] of the bundle becomes [${to}] here`}
                    : that number was given to another here.
                  </li>
                ))}
              </ul>
            )}
          </section>
          {missing.length === 0 ? null : (
            <Notice kind="warning">
              <p>
                {counted(missing.length, 'document')} {missing.length === 1 ? 'is' : 'are'} named in the bundle and did not come along:{' '}
                {missing.map(({ name }) => name).join(', ')}.
              </p>
              <p>{missing.length === 1 ? 'It is' : 'They are'} listed in the library by SHA-256; import the same file to read it.</p>
            </Notice>
          )}
          {deleted === undefined ? null : <DeletedHere analysis={deleted} decisions={decisions} onDecide={decide} />}
          {conflicts === (deleted === undefined ? 0 : 1) ? null : (
            <ConflictList plan={plan} records={carriedBy(bundle.snapshot)} decisions={decisions} onDecide={decide} />
          )}
          <section className={styles.way} aria-labelledby="checks">
            <h2 id="checks" className={styles.subtitle}>
              Checked
            </h2>
            {bundle.checks.length === 0 ? (
              <p>
                vouch.json came without its custody log, so nothing about it could be checked. From here on this library’s own log states
                it.
              </p>
            ) : (
              <ul className={styles.list}>
                {bundle.checks.map(({ name, ok: holds, what }) => (
                  <li key={name}>
                    <span className={holds ? styles.good : styles.bad} aria-hidden>
                      {holds ? '✓' : '✗'}
                    </span>{' '}
                    <span className={styles.hidden}>{holds ? 'holds: ' : 'does not hold: '}</span>
                    {what}
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
      </div>
    </div>
  )
}
