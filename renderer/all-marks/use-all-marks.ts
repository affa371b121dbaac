import { useMemo } from 'react'
import { useAll } from '../storage/live'
import { type MarkRow, placed, rowsOf } from './mark-rows'

/** All marks of the library in the order of their places, as they change; undefined while they are read. */
export function useAllMarks(): readonly MarkRow[] | undefined {
  const annotations = useAll('annotations')
  const links = useAll('evidenceLinks')
  const claims = useAll('claims')
  const documents = useAll('documents')
  return useMemo(
    () =>
      annotations === undefined || links === undefined || claims === undefined || documents === undefined
        ? undefined
        : placed(rowsOf({ annotations, links, claims, documents })),
    [annotations, links, claims, documents],
  )
}
