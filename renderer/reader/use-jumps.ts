import { useEffect, useMemo, useState } from 'react'
import { takeSteps } from '../app/steps'
import { watchedValue } from '../storage/watched-value'
import type { Watched } from '../workbench/workbench'
import { jumped, type Jumps, NO_JUMPS, stepped } from './jumps'
import type { PageColumn } from './page-column'

/** Jumps inside a document, and the way back. */
export type Jumping = Watched<Jumps> & {
  /** Moves the view, and remembers where it was; jumps of one kind in a row count as one. */
  jump(kind: string, move: () => void): void
  /** One step back (-1) or forward (1); false where there is none. */
  step(direction: 1 | -1): boolean
}

/** @param active whether Back and Forward mean this document */
export function useJumps(column: PageColumn, active: boolean): Jumping {
  const [state] = useState(() => watchedValue(NO_JUMPS))
  const jumping = useMemo<Jumping>(
    () => ({
      get: state.get,
      subscribe: state.subscribe,
      jump(kind, move) {
        const from = column.place()
        move()
        state.set(jumped(state.get(), kind, from, column.place()))
      },
      step(direction) {
        const next = stepped(state.get(), direction, column.place())
        if (next === null) return false
        state.set(next.jumps)
        column.goTo(next.to)
        return true
      },
    }),
    [column, state],
  )
  useEffect(() => (active ? takeSteps(jumping.step) : undefined), [active, jumping])
  return jumping
}
