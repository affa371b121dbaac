/** Work on end after which other work of the same thread gets its turn, ms: less than a frame. */
const TURN = 12

/** A task of its own. No timer, as those are held back for seconds in a window that nobody looks at. */
const afterWhatWaits = (): Promise<void> =>
  new Promise((goOn) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      goOn()
    }
    port2.postMessage(null)
  })

/**
 * For long work on a thread that others need too. Awaited between its pieces, what it gives lets whatever waits go first, once the work
 * has gone on for longer than a turn; until then it gives nothing to wait for.
 * @param wait goes on in a task of its own: work inside a database transaction may await nothing but its requests
 */
export function resting(
  now: () => number = () => performance.now(),
  wait: () => Promise<unknown> = afterWhatWaits,
): () => Promise<void> | undefined {
  let since = now()
  return () => {
    if (now() - since < TURN) return undefined
    return wait().then(() => {
      since = now()
    })
  }
}
