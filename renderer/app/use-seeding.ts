import { useEffect, useState } from 'react'
import { useToast } from '../ui/toast'
import type { StartReport } from '../workbench/open-workbench'
import { useWorkbench } from '../workbench/workbench'

/** Puts the bundled analysis into a new library, or goes on where a first start was interrupted; true while it does. */
export function useSeeding({ firstStart }: StartReport): boolean {
  const workbench = useWorkbench()
  const toasts = useToast()
  const [seeding, setSeeding] = useState(firstStart)
  useEffect(() => {
    void import('../seed/seed-library')
      .then(({ seedLibrary }) => seedLibrary(workbench, firstStart))
      .then((done) => {
        if (!done.ok) toasts.show({ text: done.problem.what, problem: done.problem })
      })
      .finally(() => setSeeding(false))
  }, [workbench, toasts, firstStart])
  return seeding
}
