import { useEffect } from 'react'
import type { PageColumn } from './page-column'
import type { PointerWork } from './pointer-work'

/** Gives the pages the focus when they open, and lets go what is selected in a column when the other one is worked in. */
export function useFocusOfPages(column: PageColumn, work: PointerWork, active: boolean): void {
  // Keys mean the pages that were opened, unless something else has the focus by now.
  useEffect(() => {
    const now = document.activeElement
    if (now === null || now === document.body || now.tagName === 'MAIN') column.focus()
  }, [column])
  useEffect(() => {
    if (!active) work.clear()
  }, [active, work])
}
