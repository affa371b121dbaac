import { useEffect } from 'react'
import { isTyping, shortcutFor, type ShortcutId } from '../app/shortcuts'

export type RoomKeys = Partial<Readonly<Record<ShortcutId, () => void>>>

/** Keys for tabs and columns; they work in fields too, as they are no text, and not while a dialog is open. */
export function useRoomKeys(keys: RoomKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        (isTyping(event.target) && !event.ctrlKey && !event.altKey && !event.metaKey && !/^F\d/.test(event.key))
      )
        return
      if (
        document.querySelector(
          '[role="dialog"][aria-modal="true"], [role="dialog"][data-state="open"]:not([data-palette]), [role="menu"]',
        ) !== null
      )
        return
      const act = keys[shortcutFor(event, 'reading') ?? 'keys']
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [keys])
}
