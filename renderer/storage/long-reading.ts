import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'

/** Least time between the end of a reading and the next, ms: while much is written it would go on and on. */
const PAUSE = 1000

/**
 * Reads something long, and again after each change. A change that comes while it is read waits until it is done: a live query would begin
 * anew, and while documents are read through one after the other it would never end. Returns the function that stops it.
 * @param changes asks for something small of every table that is read, so that it is known when they change
 */
export function watchLongReading<Read>(
  changes: () => Promise<unknown>,
  read: () => Promise<Read>,
  told: (read: Read) => void,
  pause = PAUSE,
): () => void {
  const ending = new AbortController()
  let [reading, changed] = [false, false]
  const readOn = async (): Promise<void> => {
    if (reading) return
    reading = true
    while (changed && !ending.signal.aborted) {
      changed = false
      const found = await read()
      if (ending.signal.aborted) return
      told(found)
      await new Promise((go) => setTimeout(go, pause))
    }
    reading = false
  }
  const watching = liveQuery(changes).subscribe(() => {
    changed = true
    void readOn()
  })
  return () => {
    ending.abort()
    watching.unsubscribe()
  }
}

/** What a long reading gives, kept up to date; undefined until it was read once. @param changes, read the same functions as long as they read the same */
export function useLongReading<Read>(changes: () => Promise<unknown>, read: () => Promise<Read>): Read | undefined {
  const [found, setFound] = useState<{ readonly is: Read }>()
  useEffect(() => watchLongReading(changes, read, (is) => setFound({ is })), [changes, read])
  return found?.is
}
