import { useEffect } from 'react'
import { isTyping, shortcutFor, type ShortcutId } from '../app/shortcuts'

export type ReaderKeys = Partial<Readonly<Record<ShortcutId, () => void>>> & {
  /** Escape, where nothing else takes it. */
  readonly leave: () => void
  /** Scrolls by screens (Page Up and Down, Space) or lines (arrows), where the focus is nowhere in particular. */
  readonly scroll: (by: { readonly screens: number } | { readonly lines: number }) => void
}

type ScrollBy = Parameters<ReaderKeys['scroll']>[0]
const SCROLLS: Readonly<Record<string, ScrollBy>> = { PageDown: { screens: 0.9 }, PageUp: { screens: -0.9 }, ' ': { screens: 0.9 }, ArrowDown: { lines: 1 }, ArrowUp: { lines: -1 } }

/** Keys that work while reading: those of the table's scope `reading`, except in fields, menus and dialogs. */
export function useReaderKeys(keys: ReaderKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null) return
      const scrolls = event.target === document.body || event.target instanceof HTMLElement && event.target.tagName === 'MAIN' ? SCROLLS[event.key] : undefined
      if (scrolls !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault()
        return keys.scroll(event.key === ' ' && event.shiftKey ? { screens: -0.9 } : scrolls)
      }
      const act = event.key === 'Escape' ? keys.leave : keys[shortcutFor(event, 'reading') ?? 'keys']
      if (act === undefined) return
      if (event.key !== 'Escape') event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [keys])
}
