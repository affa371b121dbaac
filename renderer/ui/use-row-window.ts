import { type RefObject, useEffect, useState } from 'react'

/** Rows drawn beyond what is in sight, so that slow scrolling shows no gaps. */
const BEYOND = 12

/**
 * Which rows of a long list are in sight, for rows of one height (CSS pixels): from `first` up to, not including, `end`.
 * `show` scrolls a row into sight.
 * @param header height of what stands still above the rows, inside the scrolled element
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number, header = 0): { readonly first: number; readonly end: number; readonly show: (index: number) => void } {
  const [seen, setSeen] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const look = (): void => setSeen({ top: element.scrollTop, height: element.clientHeight })
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  const show = (index: number): void => {
    const element = scroller.current
    if (element === null) return
    const top = index * rowHeight
    if (top < element.scrollTop) element.scrollTo({ top })
    else if (top + rowHeight + header > element.scrollTop + element.clientHeight) element.scrollTo({ top: top + rowHeight + header - element.clientHeight })
  }
  return {
    first: Math.max(0, Math.min(count, Math.floor(seen.top / rowHeight)) - BEYOND),
    end: Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + BEYOND),
    show,
  }
}
