import { useEffect, useRef } from 'react'
import { type Layout, useGroupRef } from 'react-resizable-panels'
import { keepSizes } from '../preferences/keep-sizes'
import { readPreference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'

/**
 * The sizes of the parts of the room, as they were left for these very parts.
 * @param layout the name of the parts that are open (`groupName`)
 */
export function useRoomLayout(layout: string): {
  readonly group: ReturnType<typeof useGroupRef>
  readonly keep: (sizes: Layout) => void
} {
  const { db } = useWorkbench()
  const group = useGroupRef()
  const first = useRef(layout)
  useEffect(() => {
    // The group lays itself out anew when a part comes or goes; then what was remembered for these parts holds.
    if (first.current === layout) return
    first.current = layout
    void readPreference(db, 'panelSizes').then((sizes) =>
      sizes[layout] === undefined ? undefined : group.current?.setLayout(sizes[layout]),
    )
  }, [db, layout, group])
  return { group, keep: (sizes) => void keepSizes(db, layout, sizes) }
}
