/** Pages a second from which a document is being flung: nobody reads them, and drawing them would only hold up the frames. */
const FLUNG_FROM = 10
/** Steps of fewer ms are looked at together, so that two scroll events in one frame are no fling. */
const LEAST = 30
/** ms without another page until the fling is over. */
const OVER_AFTER = 90

/** How fast pages pass the view. */
export type Pace = {
  /** The view has come to a page (index from 0). */
  at(page: number, now?: number): void
  /** Where pages are flung: 1 forward, -1 backward; 0 while they are read. */
  direction(): -1 | 0 | 1
  /** Runs work now, or once a fling is over; the function returned takes it back. */
  whenCalm(work: () => void): () => void
}

/** @param calm called when a fling is over */
export function createPace(calm: () => void): Pace {
  const waiting = new Set<() => void>()
  let direction: -1 | 0 | 1 = 0
  let from: { readonly page: number; readonly at: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const over = (): void => {
    const flung = direction !== 0
    direction = 0
    from = null
    if (!flung) return
    const works = [...waiting]
    waiting.clear()
    for (const work of works) work()
    calm()
  }

  return {
    at(page, now = performance.now()) {
      clearTimeout(timer)
      timer = setTimeout(over, OVER_AFTER)
      if (from === null) {
        from = { page, at: now }
        return
      }
      const [pages, ms] = [page - from.page, now - from.at]
      if (ms < LEAST) return
      from = { page, at: now }
      // A jump to a far page is one step and no fling.
      const flung = (Math.abs(pages) * 1000) / ms >= FLUNG_FROM && Math.abs(pages) < 12
      if (flung) direction = pages > 0 ? 1 : -1
      else if (direction !== 0) over()
    },
    direction: () => direction,
    whenCalm(work) {
      if (direction === 0) {
        work()
        return () => undefined
      }
      waiting.add(work)
      return () => void waiting.delete(work)
    },
  }
}
