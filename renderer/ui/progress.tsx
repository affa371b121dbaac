import styles from './progress.module.css'

/** A bar that fills. `of` null: it is not known how long it takes. */
export function Progress({ label, done, of }: { readonly label: string; readonly done: number; readonly of: number | null }) {
  return <progress className={styles.bar} aria-label={label} {...(of === null || of === 0 ? {} : { value: Math.min(done, of), max: of })} />
}
