import { useEffect } from 'react'
import { isTyping, shortcutFor } from '../app/shortcuts'
import type { Caret } from './caret'
import type { PageColumn } from './page-column'
import type { PointerWork } from './pointer-work'

/** Keys that start the caret, move it, and end it; it ends too when the other column is worked in. */
export function useCaretKeys(caret: Caret, column: PageColumn, work: PointerWork, active: boolean): void {
  useEffect(() => {
    if (!active) return caret.stop()
    const press = (event: KeyboardEvent): void => {
      if (
        event.isComposing ||
        isTyping(event.target) ||
        document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null
      )
        return
      if (event.key === 'Escape') {
        // One thing at a time: a chosen mark stays chosen when the caret goes.
        if (caret.get() !== null && work.get().kind === 'nothing') {
          event.preventDefault()
          event.stopPropagation()
        }
        return caret.stop()
      }
      const begins = shortcutFor(event, 'reading') === 'caret' && caret.start()
      if (begins) column.focus()
      if (!begins && !caret.press(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [column, caret, active, work])
}
