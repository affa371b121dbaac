import { RELATION_SIGNS, type Relation } from '@shared/claims/evidence-link'
import { classes } from './classes'
import { Pill } from './pill'
import styles from './relation-sign.module.css'

/** How evidence bears on a claim: a shape, with its word (in a pill) or with a count; the word is always there for screen readers. */
export function RelationSign({
  relation,
  count,
  withWord = false,
}: {
  readonly relation: Relation
  readonly count?: number | undefined
  readonly withWord?: boolean | undefined
}) {
  const { shape, word } = RELATION_SIGNS[relation]
  if (withWord) {
    return (
      <Pill tone={relation}>
        <span aria-hidden>{shape}</span>
        {word}
        {count === undefined ? null : ` · ${count}`}
      </Pill>
    )
  }
  return (
    <span className={classes(styles.sign, styles[relation])} title={count === undefined ? word : `${word}: ${count}`}>
      <span className={styles.shape} aria-hidden>
        {shape}
      </span>
      <span className={styles.hidden}>{word} </span>
      {count}
    </span>
  )
}
