import { BookOpen } from 'lucide-react'
import { navigate } from '../app/hash-location'
import { addressOf, useOpenTabs } from '../reader/tabs-store'
import { Button } from '../ui/button'
import styles from './library-screen.module.css'

/** The way back to the documents that are open in the reader; nothing while none is. */
export function OpenReading() {
  const tabs = useOpenTabs()
  const current = tabs?.open.find((tab) => tab.id === tabs.current) ?? tabs?.open[0]
  if (tabs === undefined || current === undefined) return null
  const words = `Go on reading${tabs.open.length > 1 ? ` · ${tabs.open.length} open` : ''}`
  return (
    <Button kind="quiet" icon={BookOpen} title={words} onClick={() => navigate(addressOf(current))}>
      <span className={styles.folding}>{words}</span>
    </Button>
  )
}
