import { useCallback } from 'react'
import { useInTurns } from '../app/use-in-turns'
import { useAll } from '../storage/live'
import { type MarkRow, rowsOf } from './mark-rows'

/** All marks of the library in the order of their places, as they change; undefined while they are read. */
export function useAllMarks(): readonly MarkRow[] | undefined {
  const annotations = useAll('annotations')
  const links = useAll('evidenceLinks')
  const claims = useAll('claims')
  const documents = useAll('documents')
  return useInTurns(
    useCallback(
      async (rest) =>
        annotations === undefined || links === undefined || claims === undefined || documents === undefined
          ? undefined
          : rowsOf({ annotations, links, claims, documents }, rest),
      [annotations, links, claims, documents],
    ),
  )
}
