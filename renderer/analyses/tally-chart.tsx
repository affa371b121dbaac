import type { AnalysisTally } from '@shared/analyses/analysis-tally'
import { ASSESSMENT_STATUSES } from '@shared/claims/assessment'
import { RELATIONS } from '@shared/claims/evidence-link'
import type { ReactNode } from 'react'
import { AssessmentPill } from '../ui/assessment-pill'
import { RelationSign } from '../ui/relation-sign'
import styles from './tally-chart.module.css'

/** Claims by judgement and passages by relation, as bars that start at nothing, each with its number. */
export function TallyChart({ tally }: { readonly tally: AnalysisTally }) {
  return (
    <div className={styles.charts}>
      <Bars
        caption={`${tally.claims} ${tally.claims === 1 ? 'claim' : 'claims'}, by your judgement`}
        rows={ASSESSMENT_STATUSES.map((status) => ({
          key: status,
          sign: <AssessmentPill status={status} />,
          count: tally.byStatus[status],
        }))}
      />
      <Bars
        caption={`${tally.links} linked ${tally.links === 1 ? 'passage' : 'passages'}, by relation; ${tally.withoutEvidence} ${tally.withoutEvidence === 1 ? 'claim has' : 'claims have'} none`}
        rows={RELATIONS.map((relation) => ({
          key: relation,
          sign: <RelationSign relation={relation} withWord />,
          count: tally.byRelation[relation],
        }))}
      />
    </div>
  )
}

function Bars({
  caption,
  rows,
}: {
  readonly caption: string
  readonly rows: readonly { readonly key: string; readonly sign: ReactNode; readonly count: number }[]
}) {
  const most = Math.max(1, ...rows.map((row) => row.count))
  return (
    <table className={styles.bars}>
      <caption>{caption}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.sign}</th>
            <td className={styles.count}>{row.count}</td>
            <td className={styles.track} aria-hidden>
              {row.count === 0 ? null : (
                <span className={styles.bar} data-kind={row.key} style={{ width: `${(row.count / most) * 100}%` }} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
