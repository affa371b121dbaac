import type { Analysis, OpenQuestion } from '@shared/analyses/analysis'
import type { Claim } from '@shared/claims/claim'
import type { Tension } from '@shared/claims/tension'
import { newId } from '@shared/units/ids'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { TensionList } from '../claims/tension-list'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import styles from './analysis-screen.module.css'
import { editAnalysis } from './commands/edit-analysis'
import { LinesDialog } from './editing/lines-dialog'
import type { Act } from './editing/use-act'

type PartProps = { readonly analysis: Analysis; readonly act: Act }

function Part({
  id,
  title,
  action,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly action: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={styles.block} aria-labelledby={id}>
      <div className={styles.blockHead}>
        <h2 id={id} className={styles.blockTitle}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/** What the analysis cannot show. */
export function Limits({ analysis, act }: PartProps) {
  const [editing, setEditing] = useState(false)
  return (
    <Part
      id="limits"
      title="Limits"
      action={
        <Button kind="quiet" onClick={() => setEditing(true)}>
          Edit limits…
        </Button>
      }
    >
      {analysis.limits.length === 0 ? (
        <p className={styles.third}>No limits written down. What could these documents not have shown?</p>
      ) : null}
      <ul className={styles.lines}>
        {analysis.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      {editing ? (
        <LinesDialog
          title="Limits of the analysis"
          label="Limits"
          lines={analysis.limits}
          onClose={() => setEditing(false)}
          onSave={(limits) => act(editAnalysis, { id: analysis.id, fields: { limits } }, 'Limits changed.')}
        />
      ) : null}
    </Part>
  )
}

/** What the analysis leaves unanswered, each with how far it has come. */
export function OpenQuestions({ analysis, act }: PartProps) {
  const [editing, setEditing] = useState<OpenQuestion | null>(null)
  const keep = (openQuestions: readonly OpenQuestion[], said: string): Promise<boolean> =>
    act(editAnalysis, { id: analysis.id, fields: { openQuestions } }, said)
  return (
    <Part
      id="open-questions"
      title="Open questions"
      action={
        <Button kind="quiet" icon={Plus} onClick={() => setEditing({ id: newId('question'), text: '', status: 'open' })}>
          Add
        </Button>
      }
    >
      {analysis.openQuestions.length === 0 ? <p className={styles.third}>None written down.</p> : null}
      <ul>
        {analysis.openQuestions.map((question) => (
          <li key={question.id} className={styles.item}>
            <div>
              <p>{question.text}</p>
              <p className={styles.third}>{question.status}</p>
            </div>
            <ItemButtons
              what={`question: ${question.text}`}
              onEdit={() => setEditing(question)}
              onRemove={() =>
                void keep(
                  analysis.openQuestions.filter((one) => one.id !== question.id),
                  'Question removed.',
                )
              }
            />
          </li>
        ))}
      </ul>
      {editing === null ? null : (
        <TwoFieldsDialog
          title="Open question"
          first={{ label: 'Question', value: editing.text }}
          second={{ label: 'Where it stands', value: editing.status, hint: 'open, partly answered, answered, a matter of definition…' }}
          onClose={() => setEditing(null)}
          onSave={(text, status) => keep(replaced(analysis.openQuestions, { ...editing, text, status }), 'Question kept.')}
        />
      )}
    </Part>
  )
}

/** Claims that pull against each other. */
export function Tensions({
  analysis,
  claims,
  tensions,
  act,
}: PartProps & { readonly claims: readonly Claim[]; readonly tensions: readonly Tension[] }) {
  return (
    <Part id="tensions" title="Tensions between claims" action={null}>
      {tensions.length === 0 ? (
        <p className={styles.third}>None written down: a word used two ways, a comparison of unlike units.</p>
      ) : null}
      <TensionList analysis={analysis} claims={claims} tensions={tensions} act={act} />
    </Part>
  )
}

/** The list with the item in its place, or at the end when it is new. */
const replaced = <Item extends { readonly id: string }>(items: readonly Item[], item: Item): readonly Item[] =>
  items.some((one) => one.id === item.id) ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item]

const ItemButtons = ({ what, onEdit, onRemove }: { readonly what: string; readonly onEdit: () => void; readonly onRemove: () => void }) => (
  <span className={styles.buttons}>
    <IconButton label={`Edit ${what}`} icon={Pencil} onClick={onEdit} />
    <IconButton label={`Remove ${what}`} icon={Trash2} onClick={onRemove} />
  </span>
)

type Field = { readonly label: string; readonly value: string; readonly hint?: string }

function TwoFieldsDialog({
  title,
  first,
  second,
  onSave,
  onClose,
}: {
  readonly title: string
  readonly first: Field
  readonly second: Field
  readonly onSave: (first: string, second: string) => Promise<boolean>
  readonly onClose: () => void
}) {
  const [one, setOne] = useState(first.value)
  const [two, setTwo] = useState(second.value)
  const save = async (): Promise<void> => {
    if (await onSave(one.trim(), two.trim())) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={one.trim() === ''} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <TextField label={first.label} multiline value={one} onChange={setOne} />
      <TextField label={second.label} value={two} onChange={setTwo} hint={second.hint} />
    </Dialog>
  )
}
