import type { Command } from '@shared/storage/command'
import { useCallback } from 'react'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'

/** Runs a command; says what was done with a way back, or what went wrong. Resolves with whether it was done. */
export function useRun(): <Input>(command: Command<Input>, input: Input) => Promise<boolean> {
  const workbench = useWorkbench()
  const toast = useToast()
  return useCallback(
    async (command, input) => {
      const done = await workbench.run(command, input)
      if (!done.ok) {
        toast.show({ text: done.problem.what, problem: done.problem })
        return false
      }
      const takeBack = async (): Promise<void> => {
        const undone = await workbench.undo()
        if (!undone.ok) toast.show({ text: undone.problem.what, problem: undone.problem })
      }
      toast.show({ text: done.value.line.entry.summary, action: { label: 'Undo', onSelect: () => void takeBack() } })
      return true
    },
    [workbench, toast],
  )
}
