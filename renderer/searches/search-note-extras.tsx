import { COULD_HAVE_HELD, type CouldHaveHeld } from '@shared/searches/search-note'
import { SelectField, TextField } from '../ui/field'
import styles from './search-note.module.css'

export type Extras = { readonly version: string; readonly couldHaveHeld: CouldHaveHeld; readonly expires: string }

const OPTIONS: readonly { readonly value: CouldHaveHeld; readonly label: string }[] = COULD_HAVE_HELD.map((value) => ({
  value,
  label: { yes: 'yes', no: 'no: then it shows nothing', unknown: 'unknown' }[value],
}))

export function CouldHaveHeldField({
  value,
  onChange,
}: {
  readonly value: CouldHaveHeld
  readonly onChange: (value: CouldHaveHeld) => void
}) {
  return <SelectField label="Could the place have held it?" value={value} options={OPTIONS} onChange={onChange} />
}

/** What a search is worth: which version of the place, whether it could have held the thing, and until when that can be said. */
export function SearchNoteExtras({
  extras,
  onChange,
  wrongExpiry,
}: {
  readonly extras: Extras
  readonly onChange: (extras: Extras) => void
  readonly wrongExpiry: boolean
}) {
  return (
    <div className={styles.three}>
      <TextField
        label="Version searched"
        value={extras.version}
        onChange={(version) => onChange({ ...extras, version })}
        hint="An edition, a date of posting."
      />
      <CouldHaveHeldField value={extras.couldHaveHeld} onChange={(couldHaveHeld) => onChange({ ...extras, couldHaveHeld })} />
      <TextField
        label="Expires"
        value={extras.expires}
        onChange={(expires) => onChange({ ...extras, expires })}
        hint="When to look again."
        error={wrongExpiry ? 'Write 2026, 2026-02 or 2026-02-01.' : null}
      />
    </div>
  )
}
