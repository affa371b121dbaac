import { BookOpen } from 'lucide-react'
import { navigate } from '../app/hash-location'
import { addressOf, useOpenTabs } from '../reader/tabs-store'
import { Button } from '../ui/button'

/** The way back to the documents that are open in the reader; nothing while none is. */
export function OpenReading() {
  const tabs = useOpenTabs()
  const current = tabs?.open.find((tab) => tab.id === tabs.current) ?? tabs?.open[0]
  if (tabs === undefined || current === undefined) return null
  return (
    <Button kind="quiet" icon={BookOpen} onClick={() => navigate(addressOf(current))}>
      Go on reading{tabs.open.length > 1 ? ` · ${tabs.open.length} open` : ''}
    </Button>
  )
}
