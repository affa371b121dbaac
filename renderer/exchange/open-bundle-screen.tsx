import { useWatched } from '../app/use-watched'
import { Button } from '../ui/button'
import { Progress } from '../ui/progress'
import { BalanceSheet } from './balance-sheet'
import { ChooseBundle } from './choose-bundle'
import styles from './exchange.module.css'
import { leaveOpening, opening } from './opening'
import { ReviewBundle } from './review-bundle'

/** Opens a bundle: it is chosen, checked, looked through, and taken up in one step; a balance sheet says what became of everything. */
export function OpenBundleScreen() {
  const current = useWatched(opening)
  switch (current.kind) {
    case 'choosing':
      return <ChooseBundle problem={current.problem} />
    case 'working':
      return (
        <div className={styles.waiting}>
          <h1 className={styles.title}>Open a bundle</h1>
          <output>{current.words}</output>
          <Progress label="Opening the bundle" done={current.done} of={current.of} />
          <Button onClick={leaveOpening}>Cancel</Button>
        </div>
      )
    case 'reviewing':
      return <ReviewBundle reviewing={current} />
    case 'done':
      return <BalanceSheet {...current} />
  }
}
