/** What says that someone works in the window. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'touchmove'] as const
/** ms after the last sign until the window counts as quiet. */
const QUIET_AFTER = 700

/** Knows whether someone works in the window just now. */
export type Quiet = {
  /** Resolves once nobody has worked in the window for a moment. */
  wait(): Promise<void>
  stop(): void
}

/** @param target on which the signs of work arrive, the window */
export function createQuiet(target: EventTarget): Quiet {
  let last = performance.now()
  const seen = (): void => {
    last = performance.now()
  }
  for (const sign of SIGNS) target.addEventListener(sign, seen, { capture: true, passive: true })
  return {
    async wait() {
      for (let left = last + QUIET_AFTER - performance.now(); left > 0; left = last + QUIET_AFTER - performance.now())
        await new Promise((done) => setTimeout(done, left))
    },
    stop() {
      for (const sign of SIGNS) target.removeEventListener(sign, seen, { capture: true })
    },
  }
}
