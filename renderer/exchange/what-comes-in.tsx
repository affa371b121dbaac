import { BALANCE_KINDS, BALANCE_WORDS, type BalanceLine, countBalance, sortsOf } from '@shared/exchange/balance'
import type { MergePlan } from '@shared/exchange/plan-merge'
import styles from './exchange.module.css'

type WhatComesInProps = {
  readonly plan: MergePlan
  readonly lines: readonly BalanceLine[]
  /** Whether the analysis is here already. */
  readonly merging: boolean
}

/** The records of a bundle, counted by what becomes of them, and those that get another number. */
export function WhatComesIn({ plan, lines, merging }: WhatComesInProps) {
  const counts = countBalance(lines)
  return (
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
  )
}
