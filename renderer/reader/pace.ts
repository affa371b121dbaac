/** Pages a second from which a document is skimmed: pictures and marks are looked at, text is not selected. */
const SKIMMED_FROM = 3
/** Pages a second from which it is flung: nobody reads, and drawing every page would only hold up the frames. */
const FLUNG_FROM = 10
/** Steps of fewer ms are looked at together, so that two scroll events in one frame are no fling. */
const LEAST = 30
/** ms without another page until the movement is over: more than a slow frame takes. */
const OVER_AFTER = 150
/** A step of this many pages is a jump to another place and no movement. */
const JUMP = 30

/** How fast pages pass the view. */
export type Pace = {
  /** The view has come to a page (index from 0). */
  at(page: number, now?: number): void
  /** Where pages are flung: 1 forward, -1 backward; 0 while they are skimmed or read. */
  direction(): -1 | 0 | 1
  /** Runs work now, or once a fling is over; the function returned takes it back. */
  whenCalm(work: () => void): () => void
  /** Runs work now, or once pages stay in view long enough to be read; the function returned takes it back. */
  whenStaying(work: () => void): () => void
}

/** @param calm called when a fling is over */
export function createPace(calm: () => void): Pace {
  const waiting = { calm: new Set<() => void>(), staying: new Set<() => void>() }
  let direction: -1 | 0 | 1 = 0
  let skimming = false
  let from: { readonly page: number; readonly at: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = (works: Set<() => void>): void => {
    const now = [...works]
    works.clear()
    for (const work of now) work()
  }
  const settle = (pace: 'skimming' | 'staying'): void => {
    const flung = direction !== 0
    direction = 0
    if (flung) {
      run(waiting.calm)
      calm()
    }
    skimming = pace === 'skimming'
    if (!skimming) run(waiting.staying)
  }
  const wait = (works: Set<() => void>, work: () => void): (() => void) => {
    works.add(work)
    return () => void works.delete(work)
  }
  const now = (work: () => void): (() => void) => {
    work()
    return () => undefined
  }

  return {
    at(page, time = performance.now()) {
      clearTimeout(timer)
      timer = setTimeout(() => {
        from = null
        settle('staying')
      }, OVER_AFTER)
      if (from === null) {
        from = { page, at: time }
        return
      }
      const [pages, ms] = [page - from.page, time - from.at]
      if (ms < LEAST) return
      from = { page, at: time }
      const rate = Math.abs(pages) >= JUMP ? 0 : (Math.abs(pages) * 1000) / ms
      if (rate < FLUNG_FROM) return settle(rate >= SKIMMED_FROM ? 'skimming' : 'staying')
      direction = pages > 0 ? 1 : -1
      skimming = true
    },
    direction: () => direction,
    whenCalm: (work) => (direction === 0 ? now(work) : wait(waiting.calm, work)),
    whenStaying: (work) => (skimming ? wait(waiting.staying, work) : now(work)),
  }
}
