import { useEffect } from 'react'
import { useWorkbench } from '../workbench/workbench'
import { isTyping, shortcutFor } from './shortcuts'
import type { Action } from './use-actions'

/** Keys that work even while a field has the focus: they are no text and undo no typing. */
const ALSO_WHILE_TYPING = new Set(['palette', 'import', 'import-folder', 'export', 'settings', 'print'])

/** Runs actions for the keys that work everywhere and for commands of the native menu. */
export function useShortcuts(actions: readonly Action[]): void {
  const { desktop } = useWorkbench()
  useEffect(() => {
    const run = (id: string): boolean => {
      const action = actions.find((candidate) => candidate.id === id)
      action?.run()
      return action !== undefined
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const id = shortcutFor(event, 'everywhere')
      if (id === null || (isTyping(event.target) && !ALSO_WHILE_TYPING.has(id))) return
      // A dialog has the floor: what it covers must not change under it.
      if (document.querySelector('[role="dialog"][data-state="open"]') !== null) return
      if (run(id)) event.preventDefault()
    }
    addEventListener('keydown', onKey)
    const deafen = desktop.app.onMenu((command) => run(command))
    return () => {
      removeEventListener('keydown', onKey)
      deafen()
    }
  }, [actions, desktop])
}
