import type { AnchorState } from '@shared/annotations/segment'
import { classes } from './classes'
import styles from './anchor-state.module.css'

const SIGNS: Readonly<Record<AnchorState, { readonly shape: string; readonly means: string }>> = {
  exact: { shape: '✓', means: 'The quotation stands where it was.' },
  moved: { shape: '↷', means: 'The quotation was found once, elsewhere on the page or in the document.' },
  approximate: { shape: '≈', means: 'Only a likeness was found; it is not cited until you confirm it.' },
  lost: { shape: '✗', means: 'The quotation was not found; it is listed with its picture and not cited.' },
}

/** Where a mark's quotation stands now: shape and word. */
export function AnchorStateSign({ state }: { readonly state: AnchorState }) {
  const { shape, means } = SIGNS[state]
  return (
    <span className={classes(styles.state, styles[state])} title={means}>
      <span aria-hidden>{shape}</span> {state}
    </span>
  )
}
