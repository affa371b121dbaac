import { type AnnotationId, annotationIdSchema } from '@shared/annotations/annotation'
import { useEffect, useRef } from 'react'
import { useSearch } from 'wouter'
import type { Mark, MarkList } from '../annotations/marks'
import type { PageColumn } from './page-column'
import { SIDE_PANELS } from './side-panels'

/**
 * Goes where the address says, `?page=3`, `?mark=annotation_…`, `?find=words` or `?panel=redactions`, once for each time it changes: a mark that is deleted
 * and brought back does not pull the view to it.
 * @param listens whether the address means this column
 */
export function useAddress(
  listens: boolean,
  column: PageColumn,
  marks: MarkList | undefined,
  goToMark: (mark: Mark) => void,
  missing: (id: AnnotationId) => void,
  find: (words: string) => void,
  openPanel: (id: string) => void,
): void {
  const search = useSearch()
  const done = useRef<string | null>(null)
  useEffect(() => {
    if (!listens || done.current === search) return
    const query = new URLSearchParams(search)
    const id = annotationIdSchema.safeParse(query.get('mark'))
    const page = Number(query.get('page') ?? Number.NaN)
    if (id.success) {
      if (marks === undefined) return
      const mark = marks.byId.get(id.data)
      if (mark === undefined) missing(id.data)
      else goToMark(mark)
    } else if (Number.isInteger(page) && page >= 1) column.goTo({ page: Math.min(page, column.get().layout.tops.length) - 1, fraction: 0 })
    const words = query.get('find')
    if (words !== null) find(words)
    const panel = query.get('panel')
    if (SIDE_PANELS.some(({ id: known }) => known === panel) && panel !== null) openPanel(panel)
    done.current = search
  }, [listens, search, column, marks, goToMark, missing, find, openPanel])
}
