import { useEffect } from 'react'
import { isTyping, shortcutFor, type ShortcutId } from '../app/shortcuts'

export type ReaderKeys = Partial<Readonly<Record<ShortcutId, () => void>>> & {
  /** Escape, where nothing else takes it. */
  readonly leave: () => void
}

/** Keys that work while reading: those of the table's scope `reading`, except in fields, menus and dialogs. */
export function useReaderKeys(keys: ReaderKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null) return
      const act = event.key === 'Escape' ? keys.leave : keys[shortcutFor(event, 'reading') ?? 'keys']
      if (act === undefined) return
      if (event.key !== 'Escape') event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [keys])
}
