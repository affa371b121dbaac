import type { Problem } from '@shared/errors/outcome'
import { Button } from '../ui/button'
import { ProblemNotice } from '../ui/problem-notice'
import styles from './start.module.css'

/** Shown while the library is opened and its two copies are compared. */
export function Opening() {
  return (
    <main className={styles.page}>
      <p className={styles.name}>✓ Vouch</p>
      <h1 className={styles.title}>Opening the library…</h1>
      <output>The database and the vault are being compared.</output>
    </main>
  )
}

/** The whole page, when the library can't be opened: nothing is shown that could be changed. */
export function CannotOpen({ problem }: { readonly problem: Problem }) {
  return (
    <main className={styles.page}>
      <p className={styles.name}>✓ Vouch</p>
      <h1 className={styles.title}>The library was not opened</h1>
      <ProblemNotice problem={problem} />
      <p>Nothing was changed. What you did before is where it was.</p>
      <div className={styles.actions}>
        <Button kind="primary" onClick={() => location.reload()}>
          Try again
        </Button>
      </div>
    </main>
  )
}
