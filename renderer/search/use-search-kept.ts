import { useEffect } from 'react'
import { useWorkbench } from '../workbench/workbench'

/** The first screen is drawn before the index is looked after, ms. */
const AFTER = 1500

/** Has the index of the search kept up to date for as long as the window is open. */
export function useSearchKept(): void {
  const { search } = useWorkbench()
  useEffect(() => {
    const timer = setTimeout(search.start, AFTER)
    return () => clearTimeout(timer)
  }, [search])
}
