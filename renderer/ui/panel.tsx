import type { ReactNode } from 'react'
import styles from './panel.module.css'

/** The head of a panel: its name in small capitals, how many things it holds, and at the right what can be done. */
export function PanelHeader({
  title,
  count,
  children,
}: {
  readonly title: string
  readonly count?: number | undefined
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.header}>
      <h2 className={styles.title}>
        {title}
        {count === undefined ? null : ` · ${count}`}
      </h2>
      <div className={styles.right}>{children}</div>
    </div>
  )
}
