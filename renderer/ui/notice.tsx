import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import styles from './notice.module.css'

const ICONS = { info: Info, warning: TriangleAlert, danger: CircleAlert } as const
const WORDS = { info: 'Note', warning: 'Attention', danger: 'Trouble' } as const

/** A sentence that stands with what it is about, until it no longer holds. */
export function Notice({
  kind,
  children,
  action,
}: {
  readonly kind: 'info' | 'warning' | 'danger'
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  const Icon = ICONS[kind]
  return (
    <div className={classes(styles.notice, styles[kind])} role="note" aria-label={WORDS[kind]}>
      <Icon className={styles.icon} size={17} strokeWidth={1.6} aria-hidden />
      <div className={styles.words}>{children}</div>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  )
}
