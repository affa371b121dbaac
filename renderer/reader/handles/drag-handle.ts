import type { PointerEvent as ReactPointer } from 'react'

/** Follows a pointer that was put down on a handle, wherever it goes, until it is lifted. */
export function dragHandle(down: ReactPointer<HTMLElement>, move: (event: PointerEvent) => void, lifted: () => void): void {
  down.preventDefault()
  const handle = down.currentTarget
  handle.setPointerCapture(down.pointerId)
  const stop = (): void => {
    handle.removeEventListener('pointermove', move)
    handle.removeEventListener('pointerup', stop)
    handle.removeEventListener('pointercancel', stop)
    lifted()
  }
  handle.addEventListener('pointermove', move)
  handle.addEventListener('pointerup', stop)
  handle.addEventListener('pointercancel', stop)
}
