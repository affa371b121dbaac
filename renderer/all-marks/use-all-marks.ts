import { resting } from '@shared/units/resting'
import { useEffect, useState } from 'react'
import { useAll } from '../storage/live'
import { type MarkRow, rowsOf } from './mark-rows'

/** All marks of the library in the order of their places, as they change; undefined while they are read. Put together in pieces: those of before stay until it is done. */
export function useAllMarks(): readonly MarkRow[] | undefined {
  const annotations = useAll('annotations')
  const links = useAll('evidenceLinks')
  const claims = useAll('claims')
  const documents = useAll('documents')
  const [rows, setRows] = useState<readonly MarkRow[]>()
  useEffect(() => {
    if (annotations === undefined || links === undefined || claims === undefined || documents === undefined) return undefined
    let gone = false
    const pause = resting()
    // What was changed meanwhile is put together anew, and the rest of this not at all.
    void rowsOf({ annotations, links, claims, documents }, () => (gone ? new Promise<void>(() => undefined) : pause())).then((made) =>
      gone ? undefined : setRows(made),
    )
    return () => {
      gone = true
    }
  }, [annotations, links, claims, documents])
  return rows
}
