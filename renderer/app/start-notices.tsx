import { X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../ui/button'
import { Notice } from '../ui/notice'
import type { StartReport } from '../workbench/open-workbench'
import { useWorkbench } from '../workbench/workbench'
import { useWatched } from './use-watched'

/** What was repaired, in words, until it is put away: nothing is repaired silently. And whether the browser may delete its copy. */
export function StartNotices({ report }: { readonly report: StartReport }) {
  const { desktop, repairs } = useWorkbench()
  const repaired = useWatched(repairs)
  const [away, putAway] = useState<ReadonlySet<string>>(new Set())
  const notices = repaired.map(({ what, remedy }) => ({ what, remedy, kind: 'warning' as const }))
  const fleeting =
    report.persistent || desktop.host === 'electron'
      ? []
      : [{ what: 'This browser may delete its copy of the library when the disk runs full.', remedy: 'The vault keeps everything all the same, and the copy is made again from it.', kind: 'info' as const }]
  return [...notices, ...(repaired.length > 0 ? fleeting : [])]
    .filter(({ what }) => !away.has(what))
    .map(({ what, remedy, kind }) => (
      <Notice key={what} kind={kind} action={<IconButton label="Put away" icon={X} onClick={() => putAway((before) => new Set([...before, what]))} />}>
        <p>
          {what} {remedy}
        </p>
      </Notice>
    ))
}
