import { resting } from '@shared/units/resting'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OpenSheet } from './segment-of-place'
import { type CellPlace, findCells } from './table-view'

const NONE: { readonly hits: readonly CellPlace[]; readonly hitKeys: ReadonlySet<string> } = { hits: [], hitKeys: new Set() }

/** The cells that hold some words, looked for in pieces of the sheet; `looking` until that is done, with the hits of before. `hitKeys` are their rows and columns, and `whenFound` waits for those of now. */
export function useCellHits(sheet: OpenSheet | undefined, order: readonly number[], words: string) {
  const [found, setFound] = useState({ ...NONE, sheet, order, words: '' })
  const wanted = words.trim() !== ''
  const running = useRef<Promise<readonly CellPlace[]>>(Promise.resolve([]))
  useEffect(() => {
    if (sheet === undefined || !wanted) {
      running.current = Promise.resolve([])
      return undefined
    }
    let gone = false
    const pause = resting()
    // A wish that was followed by another one is not worked on any further.
    running.current = findCells(sheet, order, words, () => (gone ? new Promise<void>(() => undefined) : pause()))
    void running.current.then((hits) => {
      if (!gone) setFound({ hits, hitKeys: new Set(hits.map(({ row, column }) => `${row} ${column}`)), sheet, order, words })
    })
    return () => {
      gone = true
    }
  }, [sheet, order, words, wanted])
  const whenFound = useCallback((): Promise<readonly CellPlace[]> => running.current, [])
  if (!wanted) return { ...NONE, looking: false, whenFound }
  // Hits of another sheet are none of this one.
  const { hits, hitKeys } = found.sheet === sheet ? found : NONE
  return { hits, hitKeys, looking: found.sheet !== sheet || found.order !== order || found.words !== words, whenFound }
}
