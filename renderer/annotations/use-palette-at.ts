import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { placePalette, type WindowRect } from './place-palette'

/**
 * Keeps the palette beside its passage while the pages behind it are scrolled and it grows.
 * @param passage the part of the passage in view, in window coordinates; null while none of it is
 * @returns the palette's place in the page, within the element that holds it; and whether there is no room beside the passage, so that it is docked
 */
export function usePaletteAt(passage: () => WindowRect | null): {
  readonly root: RefObject<HTMLDialogElement | null>
  readonly docked: boolean
} {
  const root = useRef<HTMLDialogElement>(null)
  const [docked, setDocked] = useState(false)
  useLayoutEffect(() => {
    const panel = root.current
    const area = panel?.parentElement
    if (panel === null || !area || docked) return undefined
    const place = (): void => {
      const [where, frame] = [passage(), area.getBoundingClientRect()]
      if (where === null) return
      const position = placePalette(where, { width: panel.offsetWidth, height: panel.offsetHeight }, frame)
      if (position === null) {
        // Docked it stands where the layout puts it: an earlier place would move it away from there, out of the window.
        panel.style.left = panel.style.top = ''
        return setDocked(true)
      }
      panel.style.left = `${position.left - frame.left}px`
      panel.style.top = `${position.top - frame.top}px`
    }
    place()
    const resized = new ResizeObserver(place)
    resized.observe(panel)
    resized.observe(area)
    area.addEventListener('scroll', place, { passive: true, capture: true })
    return () => {
      resized.disconnect()
      area.removeEventListener('scroll', place, { capture: true })
    }
  }, [passage, docked])
  return { root, docked }
}
