import { type RefObject, useEffect } from 'react'
import { drawMarks, markAt } from '../annotations/mark-shapes'
import type { Mark, MarkList } from '../annotations/marks'
import type { PageShape } from './page-geometry'
import type { PageTexts } from './page-texts'
import type { PagePoint, PointerWork } from './pointer-work'

type OnPages = {
  readonly work: PointerWork
  readonly texts: PageTexts
  readonly shapes: readonly PageShape[]
  readonly marks: MarkList
}

/** Says which mark was clicked, and lets the pointer show where one can be. @param onMark null for a click beside all marks */
export function useMarksUnderPointer(
  { work, texts, shapes, marks }: OnPages,
  inner: RefObject<HTMLElement | null>,
  onMark: (mark: Mark | null) => void,
): void {
  useEffect(() => {
    const content = inner.current
    const find = (at: PagePoint | null): Mark | null => {
      const shape = at && shapes[at.page]
      const list = at && marks.byPage.get(at.page)
      const id = at && shape && list ? markAt(drawMarks(list, at.page, shape, texts.leftEdge(at.page, shape)), at.point) : null
      return id === null ? null : (marks.byId.get(id) ?? null)
    }
    work.setOnClick((at) => onMark(find(at)))
    if (content === null) return undefined
    let frame = 0
    const hover = (event: MouseEvent): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const mark = event.buttons === 0 && work.get().kind === 'nothing' ? find(work.under(event.clientX, event.clientY)) : null
        content.toggleAttribute('data-over-mark', mark !== null)
      })
    }
    content.addEventListener('mousemove', hover, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      content.removeEventListener('mousemove', hover)
    }
  }, [work, texts, shapes, marks, onMark, inner])
}
