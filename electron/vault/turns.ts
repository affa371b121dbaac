/** Lets pieces of work run one after the other, in the order in which they were asked for; a failure does not stop the next. */
export function takingTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
