import { createGate } from '@shared/units/gate'

/** After so long, in ms, the next goes on beside a task that is still at it: none keeps the others from ever beginning. */
const LONGEST = 30_000
/** More tasks at a time than this are not felt as faster, as each reads and writes the same databases. */
const MOST = 4

/** What the workbench does by itself beside the researcher's work (examining, judging, comparing, reading through) takes turns, so that a processor is left for the window. */
export type BackgroundTurns = {
  /**
   * Does the task when its turn comes, in the order of asking.
   * @param hurry once it is aborted somebody waits for the task: it waits for no turn
   */
  take<Value>(task: () => Promise<Value>, hurry?: AbortSignal): Promise<Value>
}

/** How many may be at it: all processors, but for one where there is a window that somebody works in. */
export const placesOn = (processors: number, { window }: { readonly window: boolean }): number =>
  Math.max(1, Math.min(MOST, window ? processors - 1 : processors))

/** @param longest for tests */
export function createBackgroundTurns(places: number, longest = LONGEST): BackgroundTurns {
  const gate = createGate(places)
  return {
    take: (task, hurry) =>
      new Promise((resolve, reject) => {
        let begun = false
        const begin = (): Promise<void> => {
          begun = true
          const done = task()
          done.then(resolve, reject)
          return done.then(
            () => undefined,
            () => undefined,
          )
        }
        const beginNow = (): void => {
          if (!begun) void begin()
        }
        if (hurry?.aborted === true) return beginNow()
        hurry?.addEventListener('abort', beginNow, { once: true })
        void gate.through(async () => {
          hurry?.removeEventListener('abort', beginNow)
          if (!begun) await Promise.race([begin(), new Promise((over) => setTimeout(over, longest))])
        })
      }),
  }
}
