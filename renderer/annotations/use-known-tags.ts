import { useLiveQuery } from 'dexie-react-hooks'
import { useWorkbench } from '../workbench/workbench'

const NONE: ReadonlyMap<string, number> = new Map()

/** The tags on the marks of the library, with how many marks have each. */
export function useKnownTags(): ReadonlyMap<string, number> {
  const { db } = useWorkbench()
  return (
    useLiveQuery(async () => {
      const counts = new Map<string, number>()
      await db.annotations.each(({ tags }) => {
        for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
      })
      return counts
    }, [db]) ?? NONE
  )
}
