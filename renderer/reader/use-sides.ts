import { useCallback, useEffect, useState } from 'react'
import { type Preference, readPreference, writePreference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'
import { type SidePanel, sideOf } from './side-panels'

type Side = SidePanel['side']
type Kept = Preference<'readerSides'>

/** Which panels stand beside the pages, and whether each side is open. */
export type Sides = Kept & {
  /** Grows when the panel of a side is to take the focus; 0 once it has. */
  readonly focus: Readonly<Record<Side, number>>
}

/** Below these widths of the window (CSS pixels) a side begins closed, whatever it was before. */
const FIT: Readonly<Record<Side, number>> = { left: 1000, right: 760 }

/** The sides as they were left; null until that is known. */
export function useSides() {
  const { db } = useWorkbench()
  const [sides, setSides] = useState<Sides | null>(null)
  useEffect(() => {
    void readPreference(db, 'readerSides').then((kept) =>
      setSides({
        left: { ...kept.left, open: kept.left.open && innerWidth >= FIT.left },
        right: { ...kept.right, open: kept.right.open && innerWidth >= FIT.right },
        focus: { left: 0, right: 0 },
      }),
    )
  }, [db])

  const change = useCallback(
    (next: (before: Sides) => Sides) =>
      setSides((before) => {
        if (before === null) return null
        const after = next(before)
        void writePreference(db, 'readerSides', { left: after.left, right: after.right })
        return after
      }),
    [db],
  )
  const toggle = useCallback(
    (side: Side) => change((before) => ({ ...before, [side]: { ...before[side], open: !before[side].open } })),
    [change],
  )
  const choose = useCallback((id: string) => change((before) => ({ ...before, [sideOf(id)]: { panel: id, open: true } })), [change])
  /** Opens a panel and gives it the focus. */
  const open = useCallback(
    (id: string) =>
      change((before) => ({
        ...before,
        [sideOf(id)]: { panel: id, open: true },
        focus: { ...before.focus, [sideOf(id)]: before.focus[sideOf(id)] + 1 },
      })),
    [change],
  )
  /** The panel has taken the focus: panels of the document that is opened next leave it to the pages. */
  const focused = useCallback(
    (side: Side) => setSides((before) => (before === null ? null : { ...before, focus: { ...before.focus, [side]: 0 } })),
    [],
  )
  return { sides, toggle, choose, open, focused }
}
