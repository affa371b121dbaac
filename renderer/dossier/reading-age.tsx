import { counted } from '@shared/dossier/words'
import { RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import styles from './dossier-screen.module.css'
import type { ComposedDossier } from './use-dossier'

const MINUTE = 60_000

/** "just now", "5 minutes ago", "3 hours ago". */
function ageWords(age: number): string {
  const minutes = Math.floor(age / MINUTE)
  if (minutes < 1) return 'just now'
  return minutes < 60 ? `${counted(minutes, 'minute')} ago` : `${counted(Math.floor(minutes / 60), 'hour')} ago`
}

/** How old the reading of the documents is on which the preview rests, and whether the records have changed since. */
export function ReadingAge({
  dossier: { readAt, unread, current },
  onCompose,
}: {
  readonly dossier: ComposedDossier
  readonly onCompose: () => void
}) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2)
    return () => clearInterval(timer)
  }, [])
  const again = (
    <Button icon={RefreshCw} onClick={onCompose}>
      Read again
    </Button>
  )
  const age = `The preview follows the records. The quotations were read again from the documents ${ageWords(Math.max(0, now - readAt))}.`
  if (current) return <p className={styles.quiet}>{age}</p>
  return (
    <Notice kind="warning" action={again}>
      {age}{' '}
      {unread === 0
        ? 'What they rest on has changed since.'
        : `${counted(unread, 'mark is', 'marks are')} newer and ${unread === 1 ? 'stands' : 'stand'} as not verified until then.`}{' '}
      An export reads all of them again.
    </Notice>
  )
}
