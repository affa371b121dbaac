import { type Stretch, wordDifferences } from '@shared/annotations/word-differences'
import { counted } from '@shared/dossier/words'
import { conflictWords, type Named, TABLE_WORDS, wordsFor } from '@shared/exchange/balance'
import { DELETION, type MergePlan, type PlannedRecord } from '@shared/exchange/plan-merge'
import { placedIn } from '@shared/exchange/references'
import { type Decisions, decisionKey } from '@shared/exchange/settle'
import type { FieldConflict, Side } from '@shared/exchange/three-way'
import { Button } from '../ui/button'
import styles from './exchange.module.css'

type ConflictListProps = {
  readonly plan: MergePlan
  readonly records: Named
  readonly decisions: Decisions
  readonly onDecide: (decisions: Decisions) => void
}

type Placement = { readonly record: PlannedRecord; readonly conflict: FieldConflict; readonly key: string }

const SIDES: readonly { readonly side: Side; readonly label: string }[] = [
  { side: 'ours', label: 'Ours' },
  { side: 'theirs', label: 'Theirs' },
]

/** What both sides changed, each otherwise: side by side, with one choice each. Tab goes from one to the next, the arrows choose. */
export function ConflictList({ plan, records, decisions, onDecide }: ConflictListProps) {
  const conflicts = plan.records.flatMap((record): readonly Placement[] =>
    record.conflicts
      .filter(({ path }) => path[0] !== DELETION)
      .map((conflict) => ({ record, conflict, key: decisionKey(record.key, conflict.path) })),
  )
  const words = wordsFor(records)
  const whatOf = ({ table, ours, theirs }: PlannedRecord): string => {
    const either = ours ?? theirs
    return either === null ? TABLE_WORDS[table] : `${TABLE_WORDS[table]} ${words(placedIn(table, either))}`
  }
  const open = conflicts.filter(({ key }) => !decisions.has(key)).length
  const decideOpen = (side: Side): void => onDecide(new Map([...conflicts.map(({ key }) => [key, side] as const), ...decisions]))
  return (
    <section className={styles.way} aria-labelledby="conflicts">
      <div className={styles.conflictsHead}>
        <h2 id="conflicts" className={styles.subtitle}>
          {counted(conflicts.length, 'conflict')}: both sides changed the same
        </h2>
        <output className={styles.third}>
          {open === 0 ? 'all decided' : `${open} to be decided: Tab goes to the next, the arrows choose`}
        </output>
        <div className={styles.buttons}>
          <Button disabled={open === 0} onClick={() => decideOpen('ours')}>
            Ours for the rest
          </Button>
          <Button disabled={open === 0} onClick={() => decideOpen('theirs')}>
            Theirs for the rest
          </Button>
        </div>
      </div>
      {conflicts.map(({ record, conflict, key }) => (
        <Conflict
          key={key}
          name={key}
          what={whatOf(record)}
          conflict={conflict}
          chosen={decisions.get(key) ?? null}
          onChoose={(side) => onDecide(new Map([...decisions, [key, side]]))}
        />
      ))}
    </section>
  )
}

type ConflictProps = {
  readonly name: string
  readonly what: string
  readonly conflict: FieldConflict
  readonly chosen: Side | null
  readonly onChoose: (side: Side) => void
}

function Conflict({ name, what, conflict, chosen, onChoose }: ConflictProps) {
  const { ours, theirs } = conflict
  const differing = typeof ours === 'string' && typeof theirs === 'string' ? wordDifferences(ours, theirs) : null
  return (
    <fieldset className={styles.conflict} data-decided={chosen !== null}>
      <legend className={styles.legend}>
        <b>{conflictWords(conflict)}</b> · {what}
      </legend>
      <div className={styles.pair}>
        {SIDES.map(({ side, label }) => (
          <label key={side} className={styles.side}>
            <span className={styles.choice}>
              <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
              {label}
            </span>
            {differing === null ? (
              <Shown value={side === 'ours' ? ours : theirs} />
            ) : (
              <Words stretches={side === 'ours' ? differing.before : differing.now} says={`only ${side}`} />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A wording with what only this side has underlined, and said. */
function Words({ stretches, says }: { readonly stretches: readonly Stretch[]; readonly says: string }) {
  if (stretches.length === 0) return <i className={styles.third}>empty</i>
  return (
    <span className={styles.words} dir="auto">
      {stretches.map(({ words, differs }, at) => (
        <span key={`${at}-${words.length}`}>
          {differs ? (
            <ins>
              <span className={styles.hidden}>[{says}: </span>
              {words}
              <span className={styles.hidden}>]</span>
            </ins>
          ) : (
            words
          )}{' '}
        </span>
      ))}
    </span>
  )
}

/** A value that is no text, as its fields have it. */
function Shown({ value }: { readonly value: unknown }) {
  if (value === undefined) return <i className={styles.third}>removed</i>
  if (value === null || value === '') return <i className={styles.third}>empty</i>
  if (typeof value !== 'object') return <span className={styles.words}>{String(value)}</span>
  const fields = Object.entries(value).filter(([name]) => !/^(id|analysisId|claimId|documentId)$/.test(name))
  return (
    <dl className={styles.fields}>
      {fields.map(([name, field]) => (
        <div key={name}>
          <dt>{name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}</dt>
          <dd>
            {field === null || field === '' ? 'empty' : typeof field === 'object' ? short(JSON.stringify(field)) : short(String(field))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const short = (text: string): string => (text.length <= 240 ? text : `${text.slice(0, 239)}…`)
