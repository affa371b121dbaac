import { PARITY_STATE_WORDS, type ParityState } from '@shared/parity/parity-cell'
import { PARITY_SIGNS } from '@shared/parity/state-signs'
import { classes } from '../ui/classes'
import styles from './state-sign.module.css'

/** What was disclosed of an element: shape, word and colour. */
export function ParityStateSign({ state }: { readonly state: ParityState }) {
  return (
    <span className={classes(styles.state, styles[state])} title={PARITY_SIGNS[state].means}>
      <span className={styles.shape} aria-hidden>
        {PARITY_SIGNS[state].shape}
      </span>
      {PARITY_STATE_WORDS[state]}
    </span>
  )
}
