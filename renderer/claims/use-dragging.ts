import { type RefObject, useEffect, useRef, useState } from 'react'

/** What a dragged row carries; other things that are dropped on the list are none of its business. */
const DRAGGED = 'application/x-vouch-row'

/**
 * Lets rows of a list be dragged onto one another. A row names itself by `data-row`; only `draggable` ones can be taken.
 * @param onDrop told which row was dropped on which
 * @returns the row over which one is held
 */
export function useDragging(list: RefObject<HTMLElement | null>, onDrop: (dragged: string, on: string) => void): string | null {
  const [over, setOver] = useState<string | null>(null)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    const element = list.current
    if (element === null) return
    const rowAt = (event: DragEvent): string | null =>
      event.target instanceof Element ? (event.target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null
    const ours = (event: DragEvent): boolean => event.dataTransfer?.types.includes(DRAGGED) === true
    const start = (event: DragEvent): void => {
      const row = rowAt(event)
      if (row !== null) event.dataTransfer?.setData(DRAGGED, row)
    }
    const hold = (event: DragEvent): void => {
      if (!ours(event)) return
      event.preventDefault()
      setOver(rowAt(event))
    }
    const end = (): void => setOver(null)
    const drop = (event: DragEvent): void => {
      const row = rowAt(event)
      end()
      if (!ours(event) || row === null) return
      event.preventDefault()
      latest.current(event.dataTransfer?.getData(DRAGGED) ?? '', row)
    }
    const listeners = { dragstart: start, dragover: hold, dragleave: end, dragend: end, drop } as const
    for (const [kind, listener] of Object.entries(listeners)) element.addEventListener(kind as keyof typeof listeners, listener)
    return () => {
      for (const [kind, listener] of Object.entries(listeners)) element.removeEventListener(kind as keyof typeof listeners, listener)
    }
  }, [list])
  return over
}
