import { Router } from 'wouter'
import { ToastProvider } from '../ui/toast'
import { WorkbenchContext } from '../workbench/workbench'
import { hashRouting } from './hash-location'
import { Shell } from './shell'
import type { Opened } from './start'

/** The interface, given an open workbench. */
export function App({ workbench, report }: Opened) {
  return (
    <WorkbenchContext.Provider value={workbench}>
      <ToastProvider>
        <Router {...hashRouting}>
          <Shell report={report} />
        </Router>
      </ToastProvider>
    </WorkbenchContext.Provider>
  )
}
