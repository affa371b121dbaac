import type { ReactNode } from 'react'
import styles from './cell-panel.module.css'

/** A part of the panel beside the matrix, under a heading of its own. */
export function CellPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.partTitle}>{title}</h3>
      {children}
    </section>
  )
}
