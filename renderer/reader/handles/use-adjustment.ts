import { useCallback, useRef, useState } from 'react'

/** A change of a mark by its handles: held and shown while it goes on, and kept once. */
export type Adjustment<Draft> = {
  /** The change as it is shown; null where nothing is being changed. */
  readonly draft: Draft | null
  /** The same at this moment, for what is asked before it is shown. */
  readonly latest: { readonly current: Draft | null }
  readonly hold: (draft: Draft | null) => void
  readonly keep: () => Promise<void>
}

/** Holds a change of a mark. @param commit makes it part of the library, unless nothing came of it */
export function useAdjustment<Draft>(commit: (draft: Draft) => Promise<void>): Adjustment<Draft> {
  const [draft, setDraft] = useState<Draft | null>(null)
  const latest = useRef<Draft | null>(null)
  const hold = useCallback((next: Draft | null): void => {
    latest.current = next
    setDraft(next)
  }, [])
  const keep = async (): Promise<void> => {
    const now = latest.current
    latest.current = null
    if (now !== null) await commit(now)
    setDraft(null)
  }
  return { draft, latest, hold, keep }
}
