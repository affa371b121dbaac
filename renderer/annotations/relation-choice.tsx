import { RELATION_SIGNS, RELATIONS, type Relation } from '@shared/claims/evidence-link'
import { classes } from '../ui/classes'
import { Kbd } from '../ui/kbd'
import styles from './palette.module.css'

/** The ways in which a passage bears on a claim, with the letters that choose them. */
export function RelationChoice({ value, onChange }: { readonly value: Relation; readonly onChange: (relation: Relation) => void }) {
  return (
    <fieldset className={styles.relations} aria-label="How it bears on the claim">
      {RELATIONS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === value}
          className={classes(styles.relation, styles[one])}
          onClick={() => onChange(one)}
        >
          <span aria-hidden className={styles.shape}>
            {RELATION_SIGNS[one].shape}
          </span>
          {RELATION_SIGNS[one].word}
          <Kbd keys={RELATION_SIGNS[one].key.toUpperCase()} />
        </button>
      ))}
    </fieldset>
  )
}
