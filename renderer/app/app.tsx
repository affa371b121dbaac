import { Router } from 'wouter'
import { ToastProvider } from '../ui/toast'
import { type Workbench, WorkbenchContext } from '../workbench/workbench'
import { hashRouting } from './hash-location'
import { Shell } from './shell'

/** The interface, given an open workbench. */
export function App({ workbench }: { readonly workbench: Workbench }) {
  return (
    <WorkbenchContext.Provider value={workbench}>
      <ToastProvider>
        <Router {...hashRouting}>
          <Shell />
        </Router>
      </ToastProvider>
    </WorkbenchContext.Provider>
  )
}
