import { X } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { SampleNotice } from '../seed/sample-notice'
import { IconButton } from '../ui/button'
import { Notice } from '../ui/notice'
import { useWorkbench } from '../workbench/workbench'
import { routes } from './routes'
import { useWatched } from './use-watched'

/** What was repaired, in words, until it is put away: nothing is repaired silently. And, at first, what the library began with. */
export function StartNotices() {
  const repairs = useWatched(useWorkbench().repairs)
  const [path] = useLocation()
  const [away, putAway] = useState<ReadonlySet<string>>(new Set())
  return (
    <>
      {path === routes.analyses() ? null : <SampleNotice />}
      {repairs
        .filter(({ what }) => !away.has(what))
        .map(({ what, remedy }) => (
          <Notice
            key={what}
            kind="warning"
            action={<IconButton label="Put away" icon={X} onClick={() => putAway((before) => new Set([...before, what]))} />}
          >
            <p>
              {what} {remedy}
            </p>
          </Notice>
        ))}
    </>
  )
}
