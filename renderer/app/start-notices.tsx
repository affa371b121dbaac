import { X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../ui/button'
import { Notice } from '../ui/notice'
import { useWorkbench } from '../workbench/workbench'
import { useWatched } from './use-watched'

/** What was repaired at the start, in words, until it is put away. Nothing is repaired silently. */
export function StartNotices() {
  const repairs = useWatched(useWorkbench().repairs)
  const [away, putAway] = useState<ReadonlySet<string>>(new Set())
  return repairs
    .filter((repair) => !away.has(repair.what))
    .map((repair) => (
      <Notice key={repair.what} kind="warning" action={<IconButton label="Put away" icon={X} onClick={() => putAway((before) => new Set([...before, repair.what]))} />}>
        <p>
          {repair.what} {repair.remedy}
        </p>
      </Notice>
    ))
}
