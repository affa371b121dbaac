import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * Remembers what had the focus when something modal opens, and gives it back when that closes. Where the element is gone,
 * the focus goes to the screen, so that keys go on working.
 */
export function useReturnFocus(open: boolean): (event: Event) => void {
  const before = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (open) before.current = document.activeElement
  }, [open])
  return useCallback((event: Event) => {
    event.preventDefault()
    const element = before.current
    if (element instanceof HTMLElement && element.isConnected && element !== document.body) element.focus()
    else document.querySelector('main')?.focus()
  }, [])
}
