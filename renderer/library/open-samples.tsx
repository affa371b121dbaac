import { useState } from 'react'
import { Button } from '../ui/button'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'

/** Puts the bundled analysis and its two synthetic documents in again, for whoever wants something to try. */
export function OpenSamples() {
  const workbench = useWorkbench()
  const toasts = useToast()
  const [busy, setBusy] = useState(false)
  const open = async (): Promise<void> => {
    setBusy(true)
    const { seedLibrary } = await import('../seed/seed-library')
    const done = await seedLibrary(workbench, true)
    setBusy(false)
    if (!done.ok) toasts.show({ text: done.problem.what, problem: done.problem })
  }
  return (
    <Button kind="quiet" disabled={busy} onClick={() => void open()}>
      {busy ? 'Opening the samples…' : 'Open the samples'}
    </Button>
  )
}
