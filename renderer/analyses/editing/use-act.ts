import { problem } from '@shared/errors/outcome'
import type { Command } from '@shared/storage/command'
import { useCallback } from 'react'
import { useToast } from '../../ui/toast'
import { useWorkbench } from '../../workbench/workbench'

/** Runs a command; answers whether it was done. `said` is what the toast says then, with a way back. */
export type Act = <Input>(command: Command<Input>, input: Input, said?: string) => Promise<boolean>

/** Runs commands from a screen: what went wrong is said, and what was done can be undone. */
export function useAct(): Act {
  const workbench = useWorkbench()
  const toast = useToast()
  return useCallback(
    async (command, input, said) => {
      const done = await workbench.run(command, input)
      if (!done.ok) {
        toast.show({ text: done.problem.what, problem: done.problem })
        return false
      }
      if (said !== undefined) {
        // The button of an older toast must not take back what was done after it.
        const undo = async (): Promise<void> => {
          if ((await workbench.db.lastSeq()) !== done.value.line.entry.seq) {
            const since = problem('done-since', 'Something else was done since, so this was not undone.', 'Ctrl Z goes back step by step.')
            toast.show({ text: since.what, problem: since })
            return
          }
          const undone = await workbench.undo()
          if (!undone.ok) toast.show({ text: undone.problem.what, problem: undone.problem })
        }
        toast.show({ text: said, action: { label: 'Undo', onSelect: () => void undo() } })
      }
      return true
    },
    [workbench, toast],
  )
}
