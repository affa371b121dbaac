import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useRowWindow } from './use-row-window'

type Walk<Id extends string> = {
  /** What each row is; null for one that is only a heading. */
  readonly ids: readonly (Id | null)[]
  readonly chosen: Id | null
  /** @param extend whether Shift was held: what lies between is wanted too */
  readonly onChoose: (id: Id | null, extend: boolean) => void
  readonly onOpen?: ((id: Id) => void) | undefined
  readonly onDelete?: ((id: Id) => void) | undefined
  /** Heights of a row and of what stands still above the rows, CSS pixels. */
  readonly height: number
  readonly head?: number
}

type Walked = {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The rows to draw, in order: those in sight, and the one that Tab leads to. */
  readonly drawn: readonly number[]
  readonly reachable: number
  readonly onKey: (at: number, event: KeyboardEvent) => void
}

/**
 * A long list of which only the rows in sight are drawn and one is chosen: arrows, J and K walk, Home, End and the page keys jump, Enter opens,
 * Delete removes, Escape lets go. The button of a row carries `data-row` with its identifier.
 */
export function useRowWalk<Id extends string>({ ids, chosen, onChoose, onOpen, onDelete, height, head = 0 }: Walk<Id>): Walked {
  const scroller = useRef<HTMLDivElement>(null)
  const { first, end, show } = useRowWindow(scroller, ids.length, height, head)
  const walked = useRef(false)
  useEffect(() => {
    if (!walked.current) return
    walked.current = false
    scroller.current?.querySelector<HTMLElement>(`[data-row="${chosen}"]`)?.focus({ preventScroll: true })
  })
  const firstRow = ids.findIndex((id) => id !== null)
  const at = chosen === null ? -1 : ids.indexOf(chosen)
  const reachable = at === -1 ? firstRow : at
  // What is chosen from elsewhere comes into sight.
  const shown = useRef<Id | null>(null)
  useEffect(() => {
    if (at === -1 || shown.current === chosen) return
    shown.current = chosen
    show(at)
  })
  const onKey = (from: number, event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 15, PageUp: -15, Home: -ids.length, End: ids.length }[event.key]
    const id = ids[from]
    if (step !== undefined) {
      let to = Math.max(0, Math.min(from + step, ids.length - 1))
      const direction = step < 0 ? -1 : 1
      while (ids[to] === null && to + direction >= 0 && to + direction < ids.length) to += direction
      const target = ids[to] ?? ids[from]
      if (target === null || target === undefined) return
      walked.current = true
      shown.current = target
      onChoose(target, event.shiftKey)
      show(to)
    } else if (id === null || id === undefined) return
    else if (event.key === 'Enter' && onOpen !== undefined) onOpen(id)
    else if (event.key === 'Delete' && onDelete !== undefined) onDelete(id)
    else if (event.key === 'Escape' && chosen !== null) onChoose(null, false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const drawn = new Set([...Array(Math.max(0, end - first)).keys()].map((offset) => first + offset))
  if (reachable >= 0) drawn.add(reachable)
  return { scroller, drawn: [...drawn].sort((a, b) => a - b), reachable, onKey }
}
