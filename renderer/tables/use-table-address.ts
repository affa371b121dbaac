import { annotationIdSchema } from '@shared/annotations/annotation'
import { useEffect, useRef } from 'react'
import { useSearch } from 'wouter'
import type { Mark, MarkList } from '../annotations/marks'

/** Goes where the address says, `?page=3` (a row, by its place among all rows), `?mark=annotation_…` or `?find=words`, once for each time it changes. `hits` are words of a search that are found at once. */
export function useTableAddress(
  listens: boolean,
  marks: MarkList | undefined,
  to: {
    readonly mark: (mark: Mark) => void
    readonly missing: () => void
    readonly page: (index: number, words: string | null) => void
    readonly find: (words: string) => void
  },
): void {
  const search = useSearch()
  const done = useRef<string | null>(null)
  useEffect(() => {
    if (!listens || done.current === search) return
    const query = new URLSearchParams(search)
    const id = annotationIdSchema.safeParse(query.get('mark'))
    const page = Number(query.get('page') ?? Number.NaN)
    const words = query.get('find')
    if (id.success) {
      if (marks === undefined) return
      const mark = marks.byId.get(id.data)
      if (mark === undefined) to.missing()
      else to.mark(mark)
    } else if (Number.isInteger(page) && page >= 1) to.page(page - 1, query.get('hits'))
    if (words !== null) to.find(words)
    done.current = search
  }, [listens, search, marks, to])
}
