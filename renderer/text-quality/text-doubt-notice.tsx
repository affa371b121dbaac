import { useReading } from '../reader/reading'
import { useRestingPage } from '../reader/panels/use-resting-page'
import { DifferencesNotice } from '../text-versions/differences-notice'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import styles from './text-quality.module.css'
import { useTextDoubts } from './use-text-doubts'

/** Says quietly, over the foot of the desk, that the text layer of the page being read is doubted, until a text is chosen; else that a new version reads words of it otherwise. */
export function TextDoubtNotice() {
  const { document, column, openPanel } = useReading()
  const index = useRestingPage(column)
  const doubt = useTextDoubts(document.id).get(index)
  if (doubt === undefined || doubt.decided) return <DifferencesNotice index={index} className={styles.notice} />
  return (
    <div className={styles.notice}>
      <Notice kind="warning" action={<Button onClick={() => openPanel('text')}>See why</Button>}>
        The text layer of page {index + 1} may not say what is printed. You will be asked before anything is quoted from it.
      </Notice>
    </div>
  )
}
