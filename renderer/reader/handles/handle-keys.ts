import type { MarkEnd } from '@shared/annotations/mark-ends'
import { type KeyboardEvent as ReactKey, useEffect, useRef } from 'react'
import { isTyping } from '../../app/shortcuts'
import type { Adjustment } from './use-adjustment'

/** An adjustment of whatever kind. */
type Held = Pick<Adjustment<never>, 'hold' | 'keep'> & { readonly latest: { readonly current: unknown } }

/** ms after the last key until an adjustment by keys is kept, where the keys are not let go before. */
const RESTS = 900

/** Keys on a handle that has the focus. @param step moves it, and says whether the key meant that */
export function keysOnHandle(event: ReactKey, step: () => boolean, { latest, hold, keep }: Held): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const open = latest.current !== null
  if (event.key === 'Enter' && open) void keep()
  else if (event.key === 'Escape' && open) hold(null)
  else if (!step()) return
  event.preventDefault()
  event.stopPropagation()
}

/** Alt Shift and arrows move the end of the chosen mark, Ctrl Alt and arrows its beginning; it is kept when Alt is let go. */
export function useAdjustKeys(step: (end: MarkEnd, event: KeyboardEvent) => boolean, { latest, keep }: Held): void {
  const calls = useRef({ step, keep })
  useEffect(() => {
    calls.current = { step, keep }
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = (): void => {
      clearTimeout(timer)
      if (latest.current !== null) void calls.current.keep()
    }
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null) return
      const end = !event.altKey ? null : event.shiftKey && !event.ctrlKey ? 'end' : event.ctrlKey && !event.shiftKey ? 'start' : null
      if (end === null || !calls.current.step(end, event)) return
      event.preventDefault()
      event.stopPropagation()
      clearTimeout(timer)
      timer = setTimeout(settle, RESTS)
    }
    const release = (event: KeyboardEvent): void => (event.key === 'Alt' ? settle() : undefined)
    addEventListener('keydown', press, { capture: true })
    addEventListener('keyup', release)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', press, { capture: true })
      removeEventListener('keyup', release)
    }
  }, [latest])
}
