import { resting } from '@shared/units/resting'
import { useEffect, useMemo, useState } from 'react'
import type { OpenSheet } from './segment-of-place'
import { allRows, arrangeRows, isNarrowed, type RowFilter, type RowOrder } from './table-view'

const NONE: readonly number[] = []

/**
 * The rows of a sheet that pass a filter, in the order that was chosen. A sheet may have a hundred thousand, so they are looked through
 * in pieces; until that is done (`arranging`) the rows of before stay.
 */
export function useRowOrder(
  sheet: OpenSheet | undefined,
  filter: RowFilter,
  sorted: RowOrder,
): { readonly order: readonly number[]; readonly arranging: boolean } {
  const all = useMemo(() => (sheet === undefined ? NONE : allRows(sheet.rows)), [sheet])
  const asked = sorted !== null || isNarrowed(filter)
  const [made, setMade] = useState<{
    readonly sheet: OpenSheet
    readonly filter: RowFilter
    readonly sorted: RowOrder
    readonly order: readonly number[]
  } | null>(null)
  useEffect(() => {
    if (sheet === undefined || !asked) return undefined
    let gone = false
    const pause = resting()
    // A wish that was followed by another one is not worked on any further.
    void arrangeRows(sheet.rows, filter, sorted, () => (gone ? new Promise<void>(() => undefined) : pause())).then((order) =>
      gone ? undefined : setMade({ sheet, filter, sorted, order }),
    )
    return () => {
      gone = true
    }
  }, [sheet, filter, sorted, asked])
  if (!asked) return { order: all, arranging: false }
  if (made === null || made.sheet !== sheet) return { order: all, arranging: true }
  return { order: made.order, arranging: made.filter !== filter || made.sorted !== sorted }
}
