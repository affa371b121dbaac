import { useEffect } from 'react'
import { useWorkbench } from '../workbench/workbench'
import { navigate } from './hash-location'
import { routes } from './routes'

/** Goes where the last `vouch://` link leads that the system hands over. */
export function useHandedLinks(): void {
  const { desktop } = useWorkbench()
  useEffect(
    () =>
      desktop.app.onLinks((links) => {
        const last = links.at(-1)
        if (last !== undefined) navigate(routes.open(last))
      }),
    [desktop],
  )
}
