import type { AnnotationId } from '@shared/annotations/annotation'
import { useCallback, useState } from 'react'
import type { Mark } from '../annotations/marks'
import type { PageColumn } from './page-column'
import type { PageShape } from './page-geometry'
import type { SelectedMark } from './page-view'
import { extentOnPage, quadsOfMark } from './quads-in-window'
import type { Jumping } from './use-jumps'

/** The mark that is chosen: it flashes each time, and can be gone to. */
export function useChosenMark(
  column: PageColumn,
  shapes: readonly PageShape[],
  jumping: Jumping,
): {
  readonly selected: SelectedMark | null
  readonly choose: (id: AnnotationId | null) => void
  readonly goToMark: (mark: Mark) => void
} {
  const [selected, setSelected] = useState<SelectedMark | null>(null)
  const choose = useCallback(
    (id: AnnotationId | null) => setSelected((before) => (id === null ? null : { id, flash: (before?.flash ?? 0) + 1 })),
    [],
  )
  const goToMark = useCallback(
    (mark: Mark) => {
      choose(mark.annotation.id)
      const extent = extentOnPage(quadsOfMark(mark), shapes)
      if (extent !== null) jumping.jump('mark', () => column.reveal(extent.page, extent.top, extent.bottom))
    },
    [choose, column, shapes, jumping],
  )
  return { selected, choose, goToMark }
}
