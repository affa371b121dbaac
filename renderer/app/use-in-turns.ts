import { resting } from '@shared/units/resting'
import { useEffect, useState } from 'react'

/** Work on the window's thread that lets others go first: it awaits `rest` between its pieces. */
export type WorkInTurns<Made> = (rest: () => Promise<void> | undefined) => Promise<Made>

/**
 * What long work gives: undefined before it was done once, and what it gave before while it is done again.
 * @param work another function is other work; one that was followed by another goes no further
 */
export function useInTurns<Made>(work: WorkInTurns<Made>): Made | undefined {
  const [made, setMade] = useState<{ readonly is: Made }>()
  useEffect(() => {
    let gone = false
    const rest = resting()
    void work(() => (gone ? new Promise<void>(() => undefined) : rest())).then((is) => (gone ? undefined : setMade({ is })))
    return () => {
      gone = true
    }
  }, [work])
  return made?.is
}
