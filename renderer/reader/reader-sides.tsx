import { type ComponentProps, memo, useEffect, useState } from 'react'
import { MarksPanel } from '../annotations/marks-panel'
import { ClaimList } from '../claims/claim-list'
import type { PageColumn } from './page-column'

/** ms that a page has to stay in view before its marks are listed: pages that scroll by cost nothing. */
const RESTS = 120

/** The page being read, once scrolling rests on it; index from 0. */
function useRestingPage(column: PageColumn): number {
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

/** The claims beside the pages, drawn again only when they change. */
export const ClaimsSide = memo(function ClaimsSide(props: ComponentProps<typeof ClaimList>) {
  return <ClaimList {...props} />
})

/** The marks of the page on which scrolling rests. */
export const MarksSide = memo(function MarksSide({ column, ...rest }: Omit<ComponentProps<typeof MarksPanel>, 'page'> & { readonly column: PageColumn }) {
  return <MarksPanel {...rest} page={useRestingPage(column)} />
})
