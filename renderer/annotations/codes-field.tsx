import { EXEMPTIONS } from '@shared/redactions/exemption-codes'
import { CheckField, TextField } from '../ui/field'
import { codesIn } from './exemption-codes'
import styles from './codes-field.module.css'

/** Exemption codes, typed as printed or ticked in the list of all codes with what each protects; both say the same. */
export function CodesField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const chosen = codesIn(value)
  const tick = (code: string, on: boolean): void => onChange((on ? [...chosen, code] : chosen.filter((one) => one !== code)).join(', '))
  return (
    <div className={styles.codes}>
      <TextField label="Exemption codes" value={value} onChange={onChange} hint="As printed, with commas: (b)(6), (b)(7)(E)" />
      <details className={styles.list}>
        <summary>Choose from all codes</summary>
        <fieldset className={styles.options}>
          <legend className={styles.legend}>Exemptions of the FOIA and of the Privacy Act</legend>
          {EXEMPTIONS.map(({ code, words }) => (
            <CheckField key={code} label={`${code} ${words}`} checked={chosen.includes(code)} onChange={(on) => tick(code, on)} />
          ))}
        </fieldset>
      </details>
    </div>
  )
}
