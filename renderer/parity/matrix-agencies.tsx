import type { ParityAgency } from '@shared/parity/parity-matrix'
import { newId } from '@shared/units/ids'
import { Plus, Trash2 } from 'lucide-react'
import { Button, IconButton } from '../ui/button'
import { TextField } from '../ui/field'
import styles from './dialogs.module.css'
import type { MatrixEdit } from './matrix-edit'

/** The agencies of a matrix, each with what tells its rows in a table of several agencies. */
export function MatrixAgencies({ draft, onDraft }: MatrixEdit) {
  const put = (id: string, to: Partial<ParityAgency>): void =>
    onDraft({ ...draft, agencies: draft.agencies.map((each) => (each.id === id ? { ...each, ...to } : each)) })
  const add = (): void => {
    const added = { id: newId('agency'), name: 'New agency', short: 'NEW', rows: [{ columns: ['Agency'], values: [] }] }
    onDraft({ ...draft, agencies: [...draft.agencies, added] })
  }
  return (
    <>
      {draft.agencies.map((agency) => (
        <OneAgency
          key={agency.id}
          agency={agency}
          onChange={(to) => put(agency.id, to)}
          onTakeOut={() => onDraft({ ...draft, agencies: draft.agencies.filter(({ id }) => id !== agency.id) })}
        />
      ))}
      <Button icon={Plus} onClick={add}>
        Add an agency
      </Button>
    </>
  )
}

type AgencyProps = {
  readonly agency: ParityAgency
  readonly onChange: (to: Partial<ParityAgency>) => void
  readonly onTakeOut: () => void
}

function OneAgency({ agency, onChange, onTakeOut }: AgencyProps) {
  return (
    <section className={styles.card} aria-label={agency.name}>
      <div className={styles.inline}>
        <TextField label="Name" value={agency.name} onChange={(name) => onChange({ name })} />
        <TextField label="Short" value={agency.short} onChange={(short) => onChange({ short })} />
        <IconButton label={`Take ${agency.short} out`} icon={Trash2} onClick={onTakeOut} />
      </div>
      {agency.rows.map((condition, at) => {
        const change = (to: Partial<typeof condition>): void =>
          onChange({ rows: agency.rows.map((each, place) => (place === at ? { ...each, ...to } : each)) })
        return (
          <div key={`${agency.id} ${at}`} className={styles.pair}>
            <TextField
              label={at === 0 ? 'Rows of its submission: columns' : 'Of these, its own: columns'}
              multiline
              rows={2}
              value={condition.columns.join('\n')}
              onChange={(text) => change({ columns: text.split('\n') })}
              hint="One to a line; the first that the table has is read."
            />
            <TextField
              label="hold one of"
              multiline
              rows={2}
              value={condition.values.join('\n')}
              onChange={(text) => change({ values: text.split('\n') })}
              hint="One to a line."
            />
          </div>
        )
      })}
      <div className={styles.inline}>
        <Button icon={Plus} onClick={() => onChange({ rows: [...agency.rows, { columns: [], values: [] }] })}>
          Add a condition
        </Button>
        {agency.rows.length === 0 ? null : (
          <Button kind="quiet" onClick={() => onChange({ rows: agency.rows.slice(0, -1) })}>
            Take the last condition out
          </Button>
        )}
      </div>
    </section>
  )
}
