import type { ReactNode } from 'react'
import { classes } from './classes'
import styles from './pill.module.css'

export type PillTone = 'supports' | 'contradicts' | 'qualifies' | 'undercuts' | 'context' | 'defines' | 'accent' | 'plain' | 'absent'

/** A word in a soft frame. `absent` is dashed: what is not there yet. */
export function Pill({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: PillTone
  readonly title?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <span className={classes(styles.pill, styles[tone])} title={title}>
      {children}
    </span>
  )
}
