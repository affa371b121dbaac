import { useId } from 'react'
import styles from './explained-choice.module.css'

type Explained<Value extends string> = { readonly value: Value; readonly label: string; readonly hint: string }

/** One of several, each with a line that says what it means. */
export function ExplainedChoice<Value extends string>({
  legend,
  options,
  value,
  onChange,
}: {
  readonly legend: string
  readonly options: readonly Explained<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}) {
  const name = useId()
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          <span>
            {option.label}
            <span className={styles.hint}>{option.hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
