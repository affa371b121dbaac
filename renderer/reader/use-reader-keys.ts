import { useEffect } from 'react'
import { isTyping, shortcutFor, type ShortcutId } from '../app/shortcuts'

export type ReaderKeys = Partial<Readonly<Record<ShortcutId, () => void>>> & {
  /** Escape, where nothing else takes it. */
  readonly leave: () => void
  /** Scrolls by screens (Page Up and Down, Space) or lines (arrows), where the focus is nowhere in particular. */
  readonly scroll: (by: { readonly screens: number } | { readonly lines: number }) => void
}

/** Keys that work even while a field has the focus: they are no text. */
const ALSO_WHILE_TYPING: readonly (ShortcutId | null)[] = ['next-hit', 'previous-hit']

type ScrollBy = Parameters<ReaderKeys['scroll']>[0]
const SCROLLS: Readonly<Record<string, ScrollBy>> = {
  PageDown: { screens: 0.9 },
  PageUp: { screens: -0.9 },
  ' ': { screens: 0.9 },
  ArrowDown: { lines: 1 },
  ArrowUp: { lines: -1 },
}

/** Keys that work while reading: those of the table's scope `reading`, except in fields, menus and dialogs. */
export function useReaderKeys(active: boolean, keys: ReaderKeys): void {
  useEffect(() => {
    if (!active) return undefined
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const id = shortcutFor(event, 'reading')
      if (isTyping(event.target) && !ALSO_WHILE_TYPING.includes(id) && !(id === 'find' && event.key !== '/')) return
      if (document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null) return
      const scrolls =
        event.target === document.body || (event.target instanceof HTMLElement && event.target.tagName === 'MAIN')
          ? SCROLLS[event.key]
          : undefined
      if (scrolls !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault()
        return keys.scroll(event.key === ' ' && event.shiftKey ? { screens: -0.9 } : scrolls)
      }
      const act = event.key === 'Escape' ? keys.leave : keys[id ?? 'keys']
      if (act === undefined) return
      if (event.key !== 'Escape') event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [active, keys])
}
