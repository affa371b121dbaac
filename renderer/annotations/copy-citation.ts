import type { Citation } from '@shared/annotations/citation'
import type { Desktop } from '@shared/desktop/desktop'

/**
 * Puts a citation on the clipboard as words and as HTML. The window's own copying takes both forms; where it does not run, the words
 * go by way of the shell.
 */
export async function copyCitation(desktop: Desktop, { text, html }: Citation): Promise<void> {
  let copied = false
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    event.stopImmediatePropagation()
    copied = true
  }
  // Without a selection the window copies only if a page says beforehand that it has something.
  const announce = (event: Event): void => event.preventDefault()
  addEventListener('beforecopy', announce, { capture: true })
  addEventListener('copy', fill, { capture: true })
  document.execCommand('copy')
  removeEventListener('copy', fill, { capture: true })
  removeEventListener('beforecopy', announce, { capture: true })
  if (!copied) await desktop.app.copyText(text)
}
