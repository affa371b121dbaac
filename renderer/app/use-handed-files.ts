import { useEffect } from 'react'
import { useWorkbench } from '../workbench/workbench'
import { navigate } from './hash-location'
import { routes } from './routes'

/** Imports files that the system hands over: from the command line, or opened with Vouch. */
export function useHandedFiles(): void {
  const { desktop, imports } = useWorkbench()
  useEffect(
    () =>
      desktop.app.onFiles((files) => {
        navigate(routes.library())
        void imports.add(files.map((file) => ({ from: 'shell', file }) as const))
      }),
    [desktop, imports],
  )
}
