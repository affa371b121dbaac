import { type RefObject, useEffect } from 'react'
import type { PageColumn } from './page-column'
import type { PointerWork } from './pointer-work'

/** Ties the column of pages, and selecting in it, to the elements that show them; Ctrl and the wheel change the scale about the pointer. */
export function useAttachedColumn(
  column: PageColumn,
  work: PointerWork,
  scroller: RefObject<HTMLElement | null>,
  inner: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const [box, content] = [scroller.current, inner.current]
    if (box === null || content === null) return undefined
    const ends = [column.attach(box, content), work.attach(box, content)]
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      if (event.deltaY !== 0) column.step(event.deltaY < 0 ? 1 : -1, event)
    }
    box.addEventListener('wheel', wheel, { passive: false })
    // A scrolled area has to be reachable by keyboard.
    box.tabIndex = 0
    return () => {
      box.removeEventListener('wheel', wheel)
      for (const end of ends) end()
    }
  }, [column, work, scroller, inner])
}
