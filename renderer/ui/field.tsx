import { type KeyboardEventHandler, type ReactNode, useEffect, useId, useRef } from 'react'
import { classes } from './classes'
import styles from './field.module.css'

type Around = {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | null | undefined
  readonly hideLabel?: boolean | undefined
}

function Frame({ id, label, hint, error, hideLabel, children }: Around & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? styles.hidden : styles.label}>
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}

const describedBy = (id: string, { hint, error }: Around): string | undefined =>
  classes(hint !== undefined && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined

type TextFieldProps = Around & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly multiline?: boolean | undefined
  /** Lines shown of a multiline field; 3 unless told. */
  readonly rows?: number | undefined
  /** Sets the text in the serif of documents and claims. */
  readonly serif?: boolean | undefined
  /** Takes the focus when it appears, for editing in place; in a dialog the first field has it anyway. */
  readonly focusAtStart?: boolean | undefined
  readonly type?: 'text' | 'password' | 'search' | 'number' | 'date' | undefined
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement | HTMLTextAreaElement> | undefined
}

/** A field for one or several lines of text, with its label, a hint and what is wrong with it. */
export function TextField({
  value,
  onChange,
  multiline,
  rows = 3,
  serif,
  focusAtStart,
  type = 'text',
  placeholder,
  disabled,
  onKeyDown,
  ...around
}: TextFieldProps) {
  const id = useId()
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focusAtStart) box.current?.focus()
  }, [focusAtStart])
  const shared = {
    id,
    ref: box,
    value,
    disabled,
    placeholder,
    onKeyDown,
    'aria-invalid': around.error ? true : undefined,
    'aria-describedby': describedBy(id, around),
    className: classes(styles.box, serif && styles.serif),
  }
  return (
    <Frame id={id} {...around}>
      {multiline ? (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
    </Frame>
  )
}

type SelectFieldProps<Value extends string> = Around & {
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean | undefined
}

/** A choice among a few. */
export function SelectField<Value extends string>({ value, options, onChange, disabled, ...around }: SelectFieldProps<Value>) {
  const id = useId()
  return (
    <Frame id={id} {...around}>
      <select
        id={id}
        className={classes(styles.box, styles.select)}
        value={value}
        disabled={disabled}
        aria-describedby={describedBy(id, around)}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** A box to tick. */
export function CheckField({
  label,
  checked,
  onChange,
  hint,
  disabled,
}: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly hint?: ReactNode
  readonly disabled?: boolean | undefined
}) {
  const id = useId()
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
