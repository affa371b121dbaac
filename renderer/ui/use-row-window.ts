import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

/** Rows drawn beyond what is in sight, so that slow scrolling shows no gaps. */
const BEYOND = 12

/**
 * Which rows of a long list are in sight, for rows of one height (CSS pixels): from `first` up to, not including, `end`.
 * `show` scrolls a row into sight.
 * @param header height of what stands still above the rows, inside the scrolled element
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  header = 0,
): { readonly first: number; readonly end: number; readonly show: (index: number) => void } {
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: BEYOND,
    scrollMargin: header,
    scrollPaddingStart: header,
  })
  const drawn = rows.getVirtualItems()
  return {
    first: drawn[0]?.index ?? 0,
    end: (drawn.at(-1)?.index ?? -1) + 1,
    show: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  }
}
