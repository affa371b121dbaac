/** Lets a number of tasks through at a time, in the order in which they came. */
export type Gate = { through<Value>(task: () => Promise<Value>): Promise<Value> }

/** @param places how many tasks may be under way at a time */
export function createGate(places: number): Gate {
  let free = places
  const waiting: (() => void)[] = []
  const enter = (): Promise<void> => {
    if (free === 0) return new Promise((go) => waiting.push(go))
    free -= 1
    return Promise.resolve()
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return {
    async through(task) {
      await enter()
      try {
        return await task()
      } finally {
        leave()
      }
    },
  }
}
