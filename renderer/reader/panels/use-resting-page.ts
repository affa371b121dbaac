import { useEffect, useState } from 'react'
import type { PageColumn } from '../page-column'

/** ms that a page has to stay in view before panels follow it: pages that scroll by cost nothing. */
const RESTS = 120

/** The page being read, once scrolling rests on it; index from 0. */
export function useRestingPage(column: PageColumn): number {
  const [page, setPage] = useState(() => column.get().current)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rest = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setPage(column.get().current), RESTS)
    }
    rest()
    const stop = column.subscribe(rest)
    // While the pages still move nothing rests, however seldom a new one comes.
    document.addEventListener('scroll', rest, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener('scroll', rest, { capture: true })
      stop()
    }
  }, [column])
  return page
}
