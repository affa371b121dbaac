import { analysisSchema } from '@shared/analyses/analysis'
import { DELETION, type PlannedRecord } from '@shared/exchange/plan-merge'
import { type Decisions, decisionKey } from '@shared/exchange/settle'
import type { Side } from '@shared/exchange/three-way'
import { dayWords } from '../library/words'
import styles from './exchange.module.css'

const CHOICES: readonly { readonly side: Side; readonly label: string; readonly hint: string }[] = [
  { side: 'theirs', label: 'Bring it back', hint: 'It stands among the analyses again, with what the bundle brings.' },
  {
    side: 'ours',
    label: 'Leave it deleted',
    hint: 'What the bundle brings is taken up and lies with it among the deleted ones, until it is undeleted.',
  },
]

/** An analysis that was deleted here: whether the bundle brings it back is the researcher's to say. */
export function DeletedHere({
  analysis,
  decisions,
  onDecide,
}: {
  readonly analysis: PlannedRecord
  readonly decisions: Decisions
  readonly onDecide: (decisions: Decisions) => void
}) {
  const key = decisionKey(analysis.key, [DELETION])
  const { deletedAt } = analysisSchema.parse(analysis.ours)
  return (
    <fieldset className={styles.conflict} data-decided={decisions.has(key)}>
      <legend className={styles.legend}>
        <b>This analysis was deleted here</b>
        {deletedAt === null ? null : ` on ${dayWords(deletedAt)}`}
      </legend>
      <div className={styles.pair}>
        {CHOICES.map(({ side, label, hint }) => (
          <label key={side} className={styles.side}>
            <span className={styles.choice}>
              <input
                type="radio"
                name={key}
                checked={decisions.get(key) === side}
                onChange={() => onDecide(new Map([...decisions, [key, side]]))}
              />
              {label}
            </span>
            <span className={styles.third}>{hint}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
