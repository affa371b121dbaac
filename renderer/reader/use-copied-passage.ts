import { useEffect } from 'react'
import { isTyping } from '../app/shortcuts'
import { copiedText } from './copied-text'
import type { PageTexts } from './page-texts'
import type { PointerWork } from './pointer-work'

/** Puts the words of the selected passage on the clipboard, as they are quoted. */
export function useCopiedPassage(work: PointerWork, texts: PageTexts, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined
    const copy = (event: ClipboardEvent): void => {
      const now = work.get()
      if (now.kind !== 'text' || isTyping(event.target)) return
      event.clipboardData?.setData('text/plain', copiedText(now.passage, texts))
      event.preventDefault()
    }
    document.addEventListener('copy', copy)
    return () => document.removeEventListener('copy', copy)
  }, [work, texts, active])
}
